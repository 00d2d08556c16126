package court.filing.room;

import court.filing.assignment.Assignments;
import court.filing.deadline.Deadlines;
import court.platform.calendar.LegalCalendar;
import court.platform.contract.InteractionEvent.CaseClosed;
import court.platform.contract.InteractionEvent.RespondentReleased;
import court.platform.contract.MemberEvent;
import court.platform.inbox.FactListening;
import court.platform.inbox.Heard;
import court.platform.inbox.Inbox;
import court.platform.inbox.Received;
import court.platform.security.Memberships;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Hears from rooms who belongs to a case now, which respondents are let in (rule RS5) and which cases are closed: these count
 * for their judge's load no more, and their terms have ended (rule K4).
 */
@Component
class RoomListener implements Inbox.Handler {

    private static final Set<String> CONCERN = Stream.concat(
                    Stream.of(CaseClosed.class, RespondentReleased.class),
                    Stream.of(MemberEvent.class.getPermittedSubclasses()))
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    private final FactListening listening;
    private final Assignments assignments;
    private final Deadlines deadlines;
    private final Releases releases;
    private final Memberships memberships;

    RoomListener(
            FactListening listening,
            Assignments assignments,
            Deadlines deadlines,
            Releases releases,
            Memberships memberships) {
        this.listening = listening;
        this.assignments = assignments;
        this.deadlines = deadlines;
        this.releases = releases;
        this.memberships = memberships;
    }

    /** Of all that is said in rooms little concerns filing: the rest is not even recorded. */
    @KafkaListener(topics = "court.interaction.v1", containerFactory = "facts")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        List<ConsumerRecord<String, byte[]>> ours = records.stream()
                .filter(it -> CONCERN.contains(Received.of(it).type()))
                .toList();
        listening.take(ours, this);
    }

    @Override
    public Mono<Void> apply(Heard heard) {
        LocalDate on = LegalCalendar.dateOf(heard.time());
        return switch (heard.event()) {
            case RespondentReleased it ->
                memberships
                        .learn(heard.caseId(), it)
                        .then(Mono.defer(() -> releases.note(heard.caseId(), it.partyId(), on)));
            case MemberEvent it -> memberships.learn(heard.caseId(), it);
            case CaseClosed _ ->
                assignments.close(heard.caseId()).then(Mono.defer(() -> deadlines.closed(heard.caseId(), on)));
            default -> Mono.empty();
        };
    }
}
