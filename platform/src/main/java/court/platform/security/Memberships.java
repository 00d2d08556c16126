package court.platform.security;

import court.platform.contract.AccessEvent.ProtectedDataViewed;
import court.platform.contract.AssetEvent;
import court.platform.contract.CourtEvent;
import court.platform.contract.DossierEvent;
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
import court.platform.contract.InteractionEvent.AnswerNotNeeded;
import court.platform.contract.InteractionEvent.AnswerOverdue;
import court.platform.contract.InteractionEvent.CaseClosed;
import court.platform.contract.InteractionEvent.MessagePosted;
import court.platform.contract.InteractionEvent.RespondentReleased;
import court.platform.contract.InteractionEvent.RoomOpened;
import court.platform.contract.InteractionEvent.TalkConfirmed;
import court.platform.contract.InteractionEvent.TalkOpened;
import court.platform.contract.Party;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who belongs to which case, in every service, learnt from facts. Nobody is let in before the fact that admits them has
 * arrived: late knowledge refuses, it never admits.
 */
public final class Memberships {

    private final DatabaseClient database;

    public Memberships(DatabaseClient database) {
        this.database = database;
    }

    /** One person's place in one case. */
    public record Place(UUID caseId, String member, String role, String partyId, String court) {

        public boolean isCourt() {
            return partyId.isEmpty();
        }
    }

    /** The places this actor holds in the case; refuses when there are none, as if the case did not exist. */
    public Mono<Membership> get(Actor actor, UUID caseId) {
        return database.sql(
                        "select case_id, member, role, party_id, court from membership where case_id = :case and member in (:members)")
                .bind("case", caseId)
                .bind("members", actor.memberNames())
                .mapProperties(Place.class)
                .all()
                .collectList()
                .flatMap(places -> Mono.justOrEmpty(Membership.of(actor, caseId, places)))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }

    /** The cases of this actor, newest first. */
    public Flux<UUID> cases(Actor actor) {
        return database.sql("select distinct case_id from membership where member in (:members) order by case_id desc")
                .bind("members", actor.memberNames())
                .mapValue(UUID.class)
                .all();
    }

    /** All places of one case. */
    public Flux<Place> of(UUID caseId) {
        return database.sql(
                        "select case_id, member, role, party_id, court from membership where case_id = :case order by role, member")
                .bind("case", caseId)
                .mapProperties(Place.class)
                .all();
    }

    /** All places of several cases. */
    public Flux<Place> of(Collection<UUID> cases) {
        return database.sql("select case_id, member, role, party_id, court from membership where case_id = any(:cases)")
                .bind("cases", cases.toArray(UUID[]::new))
                .mapProperties(Place.class)
                .all();
    }

    /** Learns from a fact who belongs to the case. Called inside the unit that handles the fact. */
    public Mono<Void> learn(UUID caseId, CourtEvent event) {
        return switch (event) {
            case FilingSubmitted it -> replace(caseId, "APPLICANT", applicants(caseId, it.courtCode(), it.parties()));
            case FilingResubmitted it -> replace(caseId, "APPLICANT", applicants(caseId, it.courtCode(), it.parties()));
            case CaseAccepted it ->
                replace(caseId, "FILING_JUDGE", court(caseId, it.acceptedBy(), "FILING_JUDGE", it.courtCode()));
            case JudgeAssigned it ->
                replace(caseId, "ENFORCEMENT_JUDGE", court(caseId, it.judgeId(), "ENFORCEMENT_JUDGE", it.courtCode()));
            case RespondentReleased it ->
                admit(it.personKeys().stream()
                        .map(key -> new Place(caseId, key, "RESPONDENT", it.partyId(), ""))
                        .toList());
            case CorrectionRequired _,
                    RecusalRequested _,
                    RecusalDecided _,
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
                    RoomOpened _,
                    MessagePosted _,
                    TalkOpened _,
                    TalkConfirmed _,
                    AnswerOverdue _,
                    AnswerNotNeeded _,
                    CaseClosed _,
                    AssetEvent _,
                    DossierEvent _,
                    ProtectedDataViewed _ -> Mono.empty();
        };
    }

    /** Who held this role before and is not named now, holds it no more. */
    private Mono<Void> replace(UUID caseId, String role, List<Place> places) {
        return database.sql("delete from membership where case_id = :case and role = :role")
                .bind("case", caseId)
                .bind("role", role)
                .then()
                .then(admit(places));
    }

    private Mono<Void> admit(List<Place> places) {
        return Flux.fromIterable(places).concatMap(this::admit).then();
    }

    private static List<Place> court(UUID caseId, String staffId, String role, String court) {
        return List.of(new Place(caseId, staffId, role, "", court));
    }

    private static List<Place> applicants(UUID caseId, String court, List<Party> parties) {
        return parties.stream()
                .filter(party -> party.role() == Party.Role.APPLICANT)
                .flatMap(party -> party.personKeys().stream()
                        .map(key -> new Place(caseId, key, "APPLICANT", party.partyId(), court)))
                .toList();
    }

    private Mono<Void> admit(Place place) {
        return database.sql("""
                        insert into membership (case_id, member, role, party_id, court)
                        values (:case, :member, :role, :party, :court) on conflict do nothing""")
                .bind("case", place.caseId())
                .bind("member", place.member())
                .bind("role", place.role())
                .bind("party", place.partyId())
                .bind("court", place.court())
                .then();
    }
}
