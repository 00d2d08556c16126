package court.interaction.member;

import court.interaction.agent.Mandates;
import court.interaction.room.Attendance;
import court.interaction.room.Rooms;
import court.platform.calendar.LegalCalendar;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.web.Views;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The members of a case as each of them may know the others. */
@Component
class CaseMembers {

    private final Memberships memberships;
    private final Sources sources;
    private final Views views;
    private final Clock clock;

    /** Where it is known who is who. */
    @Component
    record Sources(Rooms rooms, Attendance attendance, Mandates mandates, Suspensions suspensions) {}

    CaseMembers(Memberships memberships, Sources sources, Views views, Clock clock) {
        this.memberships = memberships;
        this.sources = sources;
        this.views = views;
        this.clock = clock;
    }

    /** Any member; that the court saw the parties' names goes on record first (rule RE7). */
    Mono<MemberList> list(Actor actor, UUID caseId) {
        return memberships.get(actor, caseId).flatMap(viewer -> onRecord(viewer).then(Mono.defer(() -> known(viewer))));
    }

    private Mono<Void> onRecord(Membership viewer) {
        UUID caseId = viewer.caseId();
        return viewer.isCourt() ? views.record(viewer.actor(), caseId, "room", caseId.toString()) : Mono.empty();
    }

    private Mono<MemberList> known(Membership viewer) {
        UUID caseId = viewer.caseId();
        return sources.rooms()
                .get(caseId)
                .zipWhen(room -> sources.attendance().of(caseId))
                .zipWhen(known -> sources.mandates().of(caseId))
                .zipWhen(known -> sources.suspensions().of(caseId))
                .map(it -> new Acquaintance(
                                viewer,
                                it.getT1().getT1().getT1().room(),
                                it.getT1().getT1().getT2(),
                                it.getT1().getT2(),
                                it.getT2(),
                                LegalCalendar.dateOf(clock.instant()))
                        .list());
    }
}
