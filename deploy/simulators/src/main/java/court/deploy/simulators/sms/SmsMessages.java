package court.deploy.simulators.sms;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages the provider took: by the sender's own number, so that the same one arrives once. */
final class SmsMessages {

    private static final int MOST = 2_000;

    private final Map<String, Message> byClientId = new LinkedHashMap<>();
    private final Map<String, String> templates;
    private final Clock clock;

    SmsMessages(Map<String, String> templates, Clock clock) {
        this.templates = Map.copyOf(templates);
        this.clock = clock;
    }

    /**
     * One message.
     *
     * @param times how often it was sent to us
     */
    record Message(
            String clientId, String phone, String template, String text, boolean delivered, Instant at, int times) {}

    boolean knows(String template) {
        return templates.containsKey(template);
    }

    /** Takes it, unless it was taken before. */
    synchronized Message take(SmsController.Sms sms, boolean delivered) {
        Message message = byClientId.compute(
                sms.clientId(),
                (id, before) -> before == null
                        ? new Message(id, sms.phone(), sms.template(), text(sms), delivered, clock.instant(), 1)
                        : new Message(
                                id,
                                before.phone(),
                                before.template(),
                                before.text(),
                                before.delivered(),
                                before.at(),
                                before.times() + 1));
        while (byClientId.size() > MOST) {
            byClientId.remove(byClientId.keySet().iterator().next());
        }
        return message;
    }

    synchronized Optional<Message> find(String clientId) {
        return Optional.ofNullable(byClientId.get(clientId));
    }

    /** The newest first. */
    synchronized List<Message> list() {
        return new ArrayList<>(byClientId.values()).reversed();
    }

    private String text(SmsController.Sms sms) {
        String text = templates.getOrDefault(sms.template(), "");
        for (Map.Entry<String, String> value : sms.values().entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
