package court.platform.security;

import court.platform.calendar.LegalCalendar;
import court.platform.contract.AccessEvent.ProtectedDataViewed;
import court.platform.contract.Agent.Power;
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
import court.platform.contract.InteractionEvent.MessageCorrected;
import court.platform.contract.InteractionEvent.MessagePosted;
import court.platform.contract.InteractionEvent.MessageRecalled;
import court.platform.contract.InteractionEvent.RespondentReleased;
import court.platform.contract.InteractionEvent.RoomOpened;
import court.platform.contract.InteractionEvent.TalkConfirmed;
import court.platform.contract.InteractionEvent.TalkOpened;
import court.platform.contract.MemberEvent;
import court.platform.contract.Party;
import court.platform.model.Columns;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who belongs to which case, in every service, learnt from facts. Nobody is let in before the fact that admits them has
 * arrived: late knowledge refuses, it never admits.
 */
public final class Memberships {

    /** Names a deputy's days: whoever reads {@code membership m} itself binds {@code today} and asks for this too. */
    public static final String IN_FORCE = " (m.from_day is null or :today between m.from_day and m.until_day) ";

    private static final String PLACES = """
            select m.case_id, m.member, m.role, m.party_id, m.court, m.agent_id, m.powers,
                   exists (select 1 from silence s
                           where s.case_id = m.case_id and s.target in (m.party_id, m.agent_id)) as silenced
            from membership m where""" + IN_FORCE;

    private static final Set<Class<? extends CourtEvent>> TAUGHT_BY = Set.of(
            FilingSubmitted.class,
            FilingResubmitted.class,
            CaseAccepted.class,
            JudgeAssigned.class,
            RespondentReleased.class,
            MemberEvent.class);

    private final DatabaseClient database;
    private final Admissions admissions;
    private final Clock clock;

    public Memberships(DatabaseClient database, Clock clock) {
        this.database = database;
        this.admissions = new Admissions(database);
        this.clock = clock;
    }

    /**
     * One person's place in one case.
     *
     * @param agentId of who acts by letter of authority; empty for others
     * @param powers what the letter allows, comma-joined
     * @param silenced may read but not speak
     */
    public record Place(
            UUID caseId,
            String member,
            String role,
            String partyId,
            String court,
            String agentId,
            String powers,
            boolean silenced) {

        public Place(UUID caseId, String member, String role, String partyId, String court) {
            this(caseId, member, role, partyId, court, "", "", false);
        }

        public boolean isCourt() {
            return partyId.isEmpty();
        }

        /** Whether this place allows it: a party itself may do everything, an agent what the letter names (rule RF7). */
        boolean may(Power power) {
            return agentId.isEmpty() || Arrays.asList(powers.split(",", -1)).contains(power.name());
        }
    }

    /** The places this actor holds in the case; refuses when there are none, as if the case did not exist. */
    public Mono<Membership> get(Actor actor, UUID caseId) {
        return database.sql(PLACES + "and m.case_id = :case and m.member in (:members)")
                .bind("today", today())
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
        return database.sql("select distinct m.case_id from membership m where" + IN_FORCE
                        + "and m.member in (:members) order by m.case_id desc")
                .bind("today", today())
                .bind("members", actor.memberNames())
                .mapValue(UUID.class)
                .all();
    }

    /** All places of one case. */
    public Flux<Place> of(UUID caseId) {
        return database.sql(PLACES + "and m.case_id = :case order by m.role, m.member")
                .bind("today", today())
                .bind("case", caseId)
                .mapProperties(Place.class)
                .all();
    }

    /** All places of several cases. */
    public Flux<Place> of(Collection<UUID> cases) {
        return database.sql(PLACES + "and m.case_id = any(:cases)")
                .bind("today", today())
                .bind("cases", cases.toArray(UUID[]::new))
                .mapProperties(Place.class)
                .all();
    }

    /** Somebody's name, in a case in which they may have a place or not. */
    public record Seat(UUID caseId, String member) {

        /** All names of this actor. */
        public static Stream<Seat> of(Actor actor, UUID caseId) {
            return actor.memberNames().stream().map(name -> new Seat(caseId, name));
        }
    }

    /** The places held under these names, many at a time: what {@link #get} reads for one. */
    public Flux<Place> held(List<Seat> seats) {
        return database.sql(PLACES
                        + "and (m.case_id, m.member) in (select * from unnest(:cases::uuid[], :members::text[]))")
                .bind("today", today())
                .bind("cases", Columns.of(seats, Seat::caseId, UUID[]::new))
                .bind("members", Columns.texts(seats, Seat::member))
                .mapProperties(Place.class)
                .all();
    }

    private LocalDate today() {
        return LegalCalendar.dateOf(clock.instant());
    }

    /** Whether facts of this type can change who belongs to a case; what {@link #learn} makes nothing of need not be read. */
    public static boolean learnsFrom(Class<? extends CourtEvent> type) {
        return TAUGHT_BY.stream().anyMatch(it -> it.isAssignableFrom(type));
    }

    /** Learns from a fact who belongs to the case. Called inside the unit that handles the fact. */
    public Mono<Void> learn(UUID caseId, CourtEvent event) {
        return switch (event) {
            case FilingSubmitted it ->
                admissions.replace(caseId, "APPLICANT", applicants(caseId, it.courtCode(), it.parties()));
            case FilingResubmitted it ->
                admissions.replace(caseId, "APPLICANT", applicants(caseId, it.courtCode(), it.parties()));
            case CaseAccepted it ->
                admissions.replace(
                        caseId, "FILING_JUDGE", court(caseId, it.acceptedBy(), "FILING_JUDGE", it.courtCode()));
            case JudgeAssigned it ->
                admissions.replace(
                        caseId, "ENFORCEMENT_JUDGE", court(caseId, it.judgeId(), "ENFORCEMENT_JUDGE", it.courtCode()));
            case RespondentReleased it ->
                admissions.admit(it.personKeys().stream()
                        .map(key -> new Place(caseId, key, "RESPONDENT", it.partyId(), ""))
                        .toList());
            case MemberEvent it -> admissions.learn(caseId, it);
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
                    MessageRecalled _,
                    MessageCorrected _,
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

    static List<Place> court(UUID caseId, String staffId, String role, String court) {
        return List.of(new Place(caseId, staffId, role, "", court));
    }

    private static List<Place> applicants(UUID caseId, String court, List<Party> parties) {
        return parties.stream()
                .filter(party -> party.role() == Party.Role.APPLICANT)
                .flatMap(party -> party.personKeys().stream()
                        .map(key -> new Place(caseId, key, "APPLICANT", party.partyId(), court)))
                .toList();
    }
}
