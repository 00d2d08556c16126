package court.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.contract.Agent.Power;
import court.platform.contract.CourtEvent;
import court.platform.contract.FactSamples;
import court.platform.contract.FilingEvent.FilingResubmitted;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.InteractionEvent.RespondentReleased;
import court.platform.contract.MemberEvent.AgentApplied;
import court.platform.contract.MemberEvent.AgentApproved;
import court.platform.contract.MemberEvent.AgentRevoked;
import court.platform.contract.MemberEvent.AssistantAdded;
import court.platform.contract.MemberEvent.AssistantRemoved;
import court.platform.contract.MemberEvent.DeputyEnded;
import court.platform.contract.MemberEvent.DeputyNamed;
import court.platform.contract.MemberEvent.PostingRestored;
import court.platform.contract.MemberEvent.PostingSuspended;
import court.platform.contract.Party;
import court.platform.model.Refused;
import court.platform.outbox.PlatformDatabase;
import court.platform.security.Memberships.Place;
import court.platform.security.Memberships.Seat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MembershipsIT {

    private static final UUID CASE = UUID.randomUUID();
    private static final String APPLICANT = "a".repeat(64);
    private static final String RESPONDENT = "c".repeat(64);

    private static final String AGENT = "d".repeat(64);

    private final PlatformDatabase database = new PlatformDatabase(2);
    private final Memberships memberships = on("2026-02-01T16:00:00Z");

    /** The same rows, at another time: Asia/Shanghai is eight hours ahead. */
    private Memberships on(String instant) {
        return new Memberships(database.client, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    /** A listener does not even read facts that nothing is learnt from. */
    @Test
    void nothingIsLearntFromFactsThatArePassedOver() {
        learn(sample(FilingSubmitted.class));
        learn(sample(RespondentReleased.class));
        List<Memberships.Place> before = memberships.of(CASE).collectList().block();

        FactSamples.all().stream()
                .filter(it -> !Memberships.learnsFrom(it.getClass()))
                .forEach(this::learn);

        assertThat(memberships.of(CASE).collectList().block()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void applicantsBelongToTheCaseAndRespondentsOnlyOnceReleased() {
        learn(sample(FilingSubmitted.class));

        assertThat(get(party(APPLICANT)).partyIds()).hasSize(1);
        refused(party(RESPONDENT));
        learn(sample(RespondentReleased.class));
        assertThat(get(party(RESPONDENT)).partyIds()).hasSize(1);
    }

    @Test
    void whoIsNoApplicantAfterACorrectionBelongsToTheCaseNoMore() {
        FilingSubmitted first = sample(FilingSubmitted.class);
        learn(first);
        Party before = first.parties().getFirst();
        Party other = new Party(
                before.partyId(),
                before.role(),
                before.kind(),
                before.name(),
                before.idType(),
                before.idNumber(),
                "d".repeat(64),
                null,
                null,
                null);

        learn(new FilingResubmitted(
                first.courtCode(),
                "WEB",
                List.of(other),
                first.claim(),
                first.basis(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null));

        refused(party(APPLICANT));
        assertThat(get(party("d".repeat(64))).isCourt()).isFalse();
    }

    @Test
    void aJudgeWhoGaveTheCaseAwayBelongsToItNoMore() {
        learn(new JudgeAssigned("沪0117", "judge-1", "执行法官一", null, null, null));
        learn(new JudgeAssigned("沪0117", "judge-2", "执行法官二", null, null, null));

        refused(staff("judge-1"));
        assertThat(get(staff("judge-2")).isCourt()).isTrue();
    }

    @Test
    void whoActsForAPartyIsInItsPlaceAndOnlyWhileTheTokenSaysSo() {
        learn(sample(FilingSubmitted.class));
        Actor handler = new Actor("account", Set.of(Role.PARTY), null, "e".repeat(64)).actingFor(Set.of(APPLICANT));

        assertThat(get(handler).partyIds()).isEqualTo(get(party(APPLICANT)).partyIds());
        assertThat(memberships.cases(handler).collectList().block()).containsExactly(CASE);
        refused(party("e".repeat(64)));
    }

    @Test
    void staffAndPartiesDoNotPassForEachOther() {
        learn(new JudgeAssigned("沪0117", APPLICANT, "名同假名", null, null, null));

        refused(party(APPLICANT));
    }

    @Test
    void anAssistantBelongsToTheCaseUntilRemoved() {
        learn(sample(AssistantAdded.class));
        assertThat(get(staff("songjiang-clerk")).isCourt()).isTrue();
        refused(new Actor("songjiang-clerk", Set.of(Role.CLERK), "沪0115", null));

        learn(sample(AssistantRemoved.class));

        refused(staff("songjiang-clerk"));
    }

    @Test
    void aDeputyBelongsToTheCaseOnTheNamedDaysOnly() {
        learn(sample(DeputyNamed.class));
        Actor deputy = staff("songjiang-judge-2");

        assertThat(on("2026-02-01T15:59:59Z")
                        .get(deputy, CASE)
                        .onErrorComplete()
                        .blockOptional())
                .as("the day before")
                .isEmpty();
        assertThat(on("2026-02-01T15:59:59Z").cases(deputy).collectList().block())
                .isEmpty();
        assertThat(on("2026-02-01T15:59:59Z").of(List.of(CASE)).collectList().block())
                .isEmpty();
        List<Seat> seats = Seat.of(deputy, CASE).toList();
        assertThat(on("2026-02-01T15:59:59Z").held(seats).collectList().block()).isEmpty();
        assertThat(on("2026-02-01T16:00:00Z").held(seats).collectList().block()).hasSize(1);
        assertThat(on("2026-02-01T15:59:59Z").of(CASE).collectList().block()).isEmpty();
        assertThat(get(deputy).isCourt()).as("the first day").isTrue();
        assertThat(on("2026-02-06T15:59:59Z").get(deputy, CASE).block())
                .as("the last day")
                .isNotNull();
        assertThat(on("2026-02-06T16:00:00Z")
                        .get(deputy, CASE)
                        .onErrorComplete()
                        .blockOptional())
                .as("the day after")
                .isEmpty();
    }

    @Test
    void oneDeputyAtATimeAndNoneOnceItEnded() {
        learn(sample(DeputyNamed.class));
        learn(new DeputyNamed(
                "沪0117", "judge-3", "执行法官三", "songjiang-judge-1", LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 3)));

        refused(staff("songjiang-judge-2"));
        assertThat(get(staff("judge-3")).isCourt()).isTrue();
        learn(new DeputyEnded("judge-3"));
        refused(staff("judge-3"));
    }

    @Test
    @DisplayName("RF7: an agent stands in the party's place but disposes of its rights only as the letter names")
    void anAgentStandsInThePartysPlaceWithinItsPowers() {
        learn(sample(FilingSubmitted.class));
        learn(sample(AgentApplied.class));
        refused(party(AGENT));
        learn(sample(AgentApproved.class));

        Membership agent = get(party(AGENT));
        Membership applicant = get(party(APPLICANT));
        String partyId = applicant.partyIds().iterator().next();

        assertThat(agent.partyIds()).isEqualTo(applicant.partyIds());
        assertThat(agent.mayDispose(partyId, Power.COLLECT)).isTrue();
        assertThat(agent.mayDispose(partyId, Power.WAIVE)).isFalse();
        assertThat(applicant.mayDispose(partyId, Power.WAIVE)).isTrue();
        assertThat(applicant.mayDispose("another", Power.WAIVE)).isFalse();
        learn(sample(AgentRevoked.class));
        refused(party(AGENT));
        assertThat(get(party(APPLICANT)).partyIds()).hasSize(1);
    }

    @Test
    void whoIsSilencedStaysAMemberAndSoDoesWhoSpeaksForThem() {
        learn(sample(FilingSubmitted.class));
        learn(sample(PostingSuspended.class));
        learn(sample(AgentApproved.class));

        assertThat(get(party(APPLICANT)).places()).allMatch(Place::silenced);
        assertThat(get(party(AGENT)).places()).as("an agent approved later").allMatch(Place::silenced);
        learn(sample(PostingRestored.class));
        assertThat(get(party(APPLICANT)).places()).noneMatch(Place::silenced);
    }

    private void learn(CourtEvent event) {
        memberships.learn(CASE, event).block();
    }

    private Membership get(Actor actor) {
        Membership membership = memberships.get(actor, CASE).block();
        assertThat(membership).isNotNull();
        return membership;
    }

    private void refused(Actor actor) {
        assertThatThrownBy(() -> memberships.get(actor, CASE).block())
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(AccessRefusal.NOT_YOURS));
    }

    private static Actor party(String key) {
        return new Actor("account", Set.of(Role.PARTY), null, key);
    }

    private static Actor staff(String id) {
        return new Actor(id, Set.of(Role.ENFORCEMENT_JUDGE), "沪0117", null);
    }

    private static <T> T sample(Class<T> type) {
        return FactSamples.all().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
