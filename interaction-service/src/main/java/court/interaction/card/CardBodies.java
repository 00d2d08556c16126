package court.interaction.card;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import court.interaction.card.CardBody.Acting;
import court.interaction.card.CardBody.Closing;
import court.interaction.card.CardBody.Deputy;
import court.interaction.card.CardBody.FreezeNote;
import court.interaction.card.CardBody.Freezing;
import court.interaction.card.CardBody.Frozen;
import court.interaction.card.CardBody.Joined;
import court.interaction.card.CardBody.Posting;
import court.interaction.card.CardBody.QueryFeedback;
import court.interaction.card.CardBody.QueryStarted;
import court.interaction.card.CardBody.Reassigned;
import court.interaction.card.CardBody.Received;
import court.interaction.card.CardBody.Rejected;
import court.interaction.card.CardBody.ReplyRefused;
import court.interaction.card.CardBody.Ruling;
import court.interaction.card.CardBody.Sealed;
import court.interaction.card.CardBody.Staff;
import court.interaction.card.CardBody.TalkSigned;
import court.interaction.card.CardBody.TalkToConfirm;
import court.interaction.card.CardBody.Unfrozen;
import court.platform.contract.AccessEvent;
import court.platform.contract.AssetEvent;
import court.platform.contract.AssetEvent.Asset;
import court.platform.contract.AssetEvent.AssetQueryAnswered;
import court.platform.contract.CourtEvent;
import court.platform.contract.DossierEvent;
import court.platform.contract.FilingEvent;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.InteractionEvent;
import court.platform.contract.MemberEvent;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which card a fact becomes, and what of the fact stands on it. */
final class CardBodies {

    private CardBodies() {}

    /** Empty when the fact is no card: what people say stands in the stream already. */
    static Optional<CardBody> find(CourtEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case AssetEvent it -> of(it);
                    case InteractionEvent it -> of(it);
                    case DossierEvent it -> of(it);
                    case MemberEvent it -> of(it);
                    case FilingEvent it -> of(it);
                    case AccessEvent _ -> null;
                });
    }

    /** Of what is decided about a term only what moved it; of judges only who comes after another. */
    private static @Nullable CardBody of(FilingEvent event) {
        return switch (event) {
            case FilingEvent.DeadlineReminder it -> new CardBody.Deadline(it.limit(), it.daysLeft());
            case FilingEvent.TermChangeDecided it ->
                it.granted() ? CardBody.TermMoved.of(it.wish(), it.due(), it.provisional()) : null;
            case FilingEvent.TermResumed it -> CardBody.TermMoved.of(it.wish(), it.due(), false);
            case JudgeAssigned it ->
                it.replaces() == null ? null : new Reassigned(it.judgeId(), it.judgeName(), it.replaces(), it.reason());
            case FilingEvent.FilingSubmitted _,
                    FilingEvent.CorrectionRequired _,
                    FilingEvent.FilingResubmitted _,
                    FilingEvent.CaseAccepted _,
                    FilingEvent.FilingRefused _,
                    FilingEvent.FilingWithdrawn _,
                    FilingEvent.ReviewTaken _,
                    FilingEvent.CallNoted _,
                    FilingEvent.RecusalRequested _,
                    FilingEvent.RecusalDecided _,
                    FilingEvent.ExtensionRequested _,
                    FilingEvent.ExtensionDecided _,
                    FilingEvent.MaterialScanned _,
                    FilingEvent.TermChangeRequested _ -> null;
        };
    }

    private static CardBody of(AssetEvent event) {
        return switch (event) {
            case AssetEvent.AssetQueryStarted it ->
                new QueryStarted(it.queryId(), it.respondentId(), it.institutions(), it.standing());
            case AssetQueryAnswered it -> feedback(it);
            case AssetEvent.InstitutionReplyRefused it ->
                new ReplyRefused(it.institution(), it.requestNumber(), it.reason());
            case AssetEvent.RulingRegistered it ->
                new Ruling(it.rulingId(), it.number(), it.respondentId(), it.limit());
            case AssetEvent.FreezeOrdered it -> freezing(it);
            case AssetEvent.AssetFrozen it -> new Frozen(it.freezeId(), it.amount(), it.from(), it.until());
            case AssetEvent.FreezeRefused it -> new FreezeNote(it.freezeId(), it.reason());
            case AssetEvent.UnfreezeOrdered it -> new FreezeNote(it.freezeId(), it.reason());
            case AssetEvent.AssetUnfrozen it -> new Unfrozen(it.freezeId(), it.amount());
            case AssetEvent.UnfreezeRefused it -> new FreezeNote(it.freezeId(), it.reason());
        };
    }

    private static CardBody of(MemberEvent event) {
        return switch (event) {
            case MemberEvent.AssistantAdded it -> new Staff(it.staffId(), it.name());
            case MemberEvent.AssistantRemoved it -> new Staff(it.staffId(), null);
            case MemberEvent.DeputyNamed it -> new Deputy(it.staffId(), it.name(), it.from(), it.until());
            case MemberEvent.DeputyEnded it -> new Staff(it.staffId(), null);
            case MemberEvent.AgentApplied it -> new Acting(it.agentId(), it.represents(), it.powers());
            case MemberEvent.AgentApproved it -> new Acting(it.agentId(), it.represents(), it.powers());
            case MemberEvent.AgentRefused it -> new Acting(it.agentId(), null, null);
            case MemberEvent.AgentRevoked it -> new Acting(it.agentId(), it.represents(), null);
            case MemberEvent.PostingSuspended it -> new Posting(it.memberId());
            case MemberEvent.PostingRestored it -> new Posting(it.memberId());
        };
    }

    private static CardBody feedback(AssetQueryAnswered it) {
        var kinds = it.assets().stream().collect(groupingBy(Asset::kind, TreeMap::new, counting()));
        return new QueryFeedback(
                it.queryId(), it.respondentId(), it.institution(), it.assets().size(), kinds);
    }

    private static CardBody freezing(AssetEvent.FreezeOrdered it) {
        return new Freezing(
                it.freezeId(),
                it.rulingId(),
                it.respondentId(),
                it.institution(),
                it.assetKind(),
                it.amount(),
                it.until());
    }

    private static CardBody of(DossierEvent event) {
        return switch (event) {
            case DossierEvent.DossierSealed it -> new Sealed(it.packageId(), it.number(), it.pages());
            case DossierEvent.DossierReceived it -> new Received(it.packageId(), it.bundleNumber(), it.receivedAt());
            case DossierEvent.DossierRejected it -> new Rejected(it.packageId(), it.bundleNumber(), it.reason());
        };
    }

    private static @Nullable CardBody of(InteractionEvent event) {
        return switch (event) {
            case InteractionEvent.TalkOpened it -> new TalkToConfirm(it.talkId(), it.participantIds(), it.payment());
            case InteractionEvent.TalkConfirmed it -> new TalkSigned(it.talkId(), it.partyId());
            case InteractionEvent.CaseClosed it -> new Closing(it.mode(), it.talkIds(), it.claimed(), it.received());
            case InteractionEvent.RespondentReleased it -> new Joined(it.partyId());
            case InteractionEvent.AnswerOverdue it ->
                new CardBody.Overdue(it.partyId(), it.messageId(), it.askedAt(), it.due());
            case InteractionEvent.AnswerNotNeeded it -> new CardBody.Settled(it.partyId(), it.throughMessageId());
            case InteractionEvent.RoomOpened _,
                    InteractionEvent.MessagePosted _,
                    InteractionEvent.MessageRecalled _,
                    InteractionEvent.MessageCorrected _ -> null;
        };
    }
}
