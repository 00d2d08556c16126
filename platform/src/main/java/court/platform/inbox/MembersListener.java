package court.platform.inbox;

import court.platform.contract.EventTypes;
import court.platform.security.Memberships;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

/**
 * Learns who belongs to which case, for services that only keep what others tell. A consumer group of its own, so that a
 * fact it cannot read holds up nothing that is kept.
 */
final class MembersListener implements Inbox.Handler {

    private final FactListening listening;
    private final Memberships memberships;

    MembersListener(FactListening listening, Memberships memberships) {
        this.listening = listening;
        this.memberships = memberships;
    }

    @KafkaListener(
            id = "${court.source}-members",
            topics = "#{'${court.members}'.split(',')}",
            containerFactory = "facts")
    void take(List<ConsumerRecord<String, byte[]>> records) {
        listening.take(records.stream().filter(MembersListener::concernsMembers).toList(), this);
    }

    /** Most facts, messages above all, say nothing of members; a transaction for each would be the most of the work. */
    private static boolean concernsMembers(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type != null
                && type.value() != null
                && EventTypes.find(new String(type.value(), StandardCharsets.UTF_8))
                        .filter(Memberships::learnsFrom)
                        .isPresent();
    }

    @Override
    public Mono<Void> apply(Heard heard) {
        return memberships.learn(heard.caseId(), heard.event());
    }
}
