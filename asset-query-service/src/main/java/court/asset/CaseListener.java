package court.asset;

import court.asset.freeze.LiftAtClosing;
import court.asset.matter.Matter;
import court.asset.matter.Matters;
import court.asset.query.FirstQuery;
import court.platform.contract.AccessEvent;
import court.platform.contract.AssetEvent;
import court.platform.contract.CourtEvent;
import court.platform.contract.DossierEvent;
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
import court.platform.contract.InteractionEvent;
import court.platform.contract.InteractionEvent.AnswerNotNeeded;
import court.platform.contract.InteractionEvent.AnswerOverdue;
import court.platform.contract.InteractionEvent.CaseClosed;
import court.platform.contract.InteractionEvent.MessageCorrected;
import court.platform.contract.InteractionEvent.MessagePosted;
import court.platform.contract.InteractionEvent.MessageRecalled;
import court.platform.contract.InteractionEvent.RespondentReleased;
import court.platform.contract.InteractionEvent.RoomOpened;
import court.platform.contract.InteractionEvent.TalkConfirmed;
import court.platform.contract.InteractionEvent.TalkOpened;
import court.platform.contract.MemberEvent;
import court.platform.inbox.FactListening;
import court.platform.inbox.Heard;
import court.platform.inbox.Inbox;
import court.platform.model.Money;
import court.platform.security.Memberships;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears what becomes of cases: acceptance opens property control, a judge starts the first query, closing ends it all. */
@Component
class CaseListener implements Inbox.Handler {

    private final FactListening listening;
    private final Memberships memberships;
    private final Matters matters;
    private final FirstQuery firstQuery;
    private final LiftAtClosing lifting;

    CaseListener(
            FactListening listening,
            Memberships memberships,
            Matters matters,
            FirstQuery firstQuery,
            LiftAtClosing lifting) {
        this.listening = listening;
        this.memberships = memberships;
        this.matters = matters;
        this.firstQuery = firstQuery;
        this.lifting = lifting;
    }

    @KafkaListener(
            topics = {"court.filing.v1", "court.interaction.v1"},
            containerFactory = "facts")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        listening.take(records, this);
    }

    @Override
    public Mono<Void> apply(Heard heard) {
        return memberships
                .learn(heard.caseId(), heard.event())
                .then(Mono.defer(() -> follow(heard.caseId(), heard.event())));
    }

    private Mono<Void> follow(UUID caseId, CourtEvent event) {
        return switch (event) {
            case FilingEvent it -> follow(caseId, it);
            case InteractionEvent it -> follow(caseId, it);
            case MemberEvent _, AssetEvent _, DossierEvent _, AccessEvent _ -> Mono.empty();
        };
    }

    private Mono<Void> follow(UUID caseId, FilingEvent event) {
        return switch (event) {
            case CaseAccepted it -> matters.add(Matter.accept(caseId, it), claim(it));
            case JudgeAssigned it ->
                matters.change(caseId, matter -> matter.assign(it.judgeId())).flatMap(firstQuery::of);
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

    private Mono<Void> follow(UUID caseId, InteractionEvent event) {
        return switch (event) {
            case CaseClosed _ -> matters.close(caseId).then(Mono.defer(() -> lifting.of(caseId)));
            case RoomOpened _,
                    MessagePosted _,
                    MessageRecalled _,
                    MessageCorrected _,
                    RespondentReleased _,
                    TalkOpened _,
                    TalkConfirmed _,
                    AnswerOverdue _,
                    AnswerNotNeeded _ -> Mono.empty();
        };
    }

    /** What may be frozen at most: the claim's amount; nothing for claims that have none. */
    private static @Nullable BigDecimal claim(CaseAccepted accepted) {
        Money amount = accepted.claim().amount();
        return amount == null ? null : amount.amount();
    }
}
