package court.interaction.room;

import court.platform.contract.FilingEvent;
import court.platform.contract.FilingEvent.CallNoted;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.FilingEvent.CorrectionRequired;
import court.platform.contract.FilingEvent.DeadlineReminder;
import court.platform.contract.FilingEvent.ExtensionDecided;
import court.platform.contract.FilingEvent.ExtensionRequested;
import court.platform.contract.FilingEvent.FilingRefused;
import court.platform.contract.FilingEvent.FilingResubmitted;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.contract.FilingEvent.FilingWithdrawn;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.FilingEvent.MaterialScanned;
import court.platform.contract.FilingEvent.RecusalDecided;
import court.platform.contract.FilingEvent.RecusalRequested;
import court.platform.contract.FilingEvent.ReviewTaken;
import court.platform.contract.FilingEvent.TermChangeDecided;
import court.platform.contract.FilingEvent.TermChangeRequested;
import court.platform.contract.FilingEvent.TermResumed;
import court.platform.security.Actor;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How a room follows its case: it opens by itself, and its members come and go with the case (I4). */
@Component
public class CaseProgress {

    private static final Actor PLATFORM = Actor.service("interaction");

    private final Attendance attendance;
    private final Rooms rooms;
    private final Clock clock;

    CaseProgress(Attendance attendance, Rooms rooms, Clock clock) {
        this.attendance = attendance;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Follows one step of the case. Inside the unit that handles the fact. */
    public Mono<Void> follow(UUID caseId, FilingEvent event) {
        return attendance.learn(caseId, event).then(step(caseId, event));
    }

    private Mono<Void> step(UUID caseId, FilingEvent event) {
        return switch (event) {
            case CaseAccepted accepted -> rooms.open(PLATFORM, Room.open(caseId, accepted, clock.instant()));
            case JudgeAssigned it -> {
                Room.Judge judge = new Room.Judge(it.judgeId(), it.judgeName());
                yield rooms.change(PLATFORM, caseId, room -> room.assign(judge)).then();
            }
            case FilingSubmitted _,
                    CorrectionRequired _,
                    FilingResubmitted _,
                    ExtensionRequested _,
                    ExtensionDecided _,
                    TermChangeRequested _,
                    TermChangeDecided _,
                    TermResumed _,
                    DeadlineReminder _,
                    FilingRefused _,
                    FilingWithdrawn _,
                    MaterialScanned _,
                    ReviewTaken _,
                    CallNoted _,
                    RecusalRequested _,
                    RecusalDecided _ -> Mono.empty();
        };
    }
}
