package court.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.contract.CourtEvent;
import court.platform.contract.FactSamples;
import court.platform.contract.FilingEvent.FilingResubmitted;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.InteractionEvent.RespondentReleased;
import court.platform.contract.Party;
import court.platform.model.Refused;
import court.platform.outbox.PlatformDatabase;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MembershipsIT {

    private static final UUID CASE = UUID.randomUUID();
    private static final String APPLICANT = "a".repeat(64);
    private static final String RESPONDENT = "c".repeat(64);

    private final Memberships memberships = new Memberships(new PlatformDatabase(2).client);

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
