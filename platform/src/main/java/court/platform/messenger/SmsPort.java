package court.platform.messenger;

import java.util.Map;
import reactor.core.publisher.Mono;

/** Sends short messages 短信. Never fails: whatever happens is an {@link Outcome}. */
public interface SmsPort {

    /**
     * A message.
     *
     * @param clientId our own number for it: sent again under the same number, it still arrives once
     * @param template by which the provider knows the text 短信模板
     * @param values what stands in the template's places
     */
    record Sms(String clientId, String phone, String template, Map<String, String> values) {

        @Override
        public String toString() {
            return "Sms[" + clientId + "]";
        }
    }

    Mono<Outcome> send(Sms sms);

    /** What became of a message the provider has: {@link Outcome.Accepted} as long as it is under way. */
    Mono<Outcome> receipt(String clientId);
}
