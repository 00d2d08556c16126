package court.interaction.closing;

import static court.interaction.freeze.Freezes.State.FROZEN;
import static court.interaction.freeze.Freezes.State.LIFTING;
import static court.platform.contract.Party.Role.APPLICANT;
import static court.platform.contract.Party.Role.RESPONDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import court.interaction.Rooming;
import court.interaction.freeze.Freezes.Standing;
import court.interaction.room.Ending;
import court.interaction.room.Room;
import court.interaction.room.RoomClaim;
import court.interaction.room.RoomParty;
import court.interaction.talk.Talk;
import court.interaction.talk.Talk.Confirmation;
import court.platform.contract.Claim;
import court.platform.contract.InteractionEvent.Payment;
import court.platform.contract.InteractionEvent.Payment.Way;
import court.platform.json.Secret;
import court.platform.model.Money;
import court.platform.model.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PerformanceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final RoomParty[] PARTIES = {
        Rooming.party("a1", APPLICANT, true),
        Rooming.party("a2", APPLICANT, true),
        Rooming.party("r1", RESPONDENT, true)
    };
    private static final Room.Led ROOM = Rooming.led(PARTIES);

    @Test
    @DisplayName("RS16: direct performance counts when the payees have confirmed it")
    void directPaymentsThatAddUpToTheClaimEndTheCase() {
        Talk first = confirmed("400.00", "a1", "a2", "r1");
        Talk second = confirmed("600.00", "a1", "a2");

        Ending ending = performance(ROOM, first, second).ending("judge-1", NOW);

        assertThat(ending.claimed()).isEqualTo(Money.of("1000.00"));
        assertThat(ending.received()).isEqualTo(Money.of("1000.00"));
        assertThat(ending.talkIds())
                .containsExactly(first.id().toString(), second.id().toString());
        assertThat(ending.closedBy()).isEqualTo("judge-1");
    }

    @Test
    void withoutATalkNothingIsPerformed() {
        assertThat(codes(performance(ROOM))).containsExactly("closing.talks_missing", "closing.payment_short");
    }

    @Test
    void aCentTooLittleIsTooLittle() {
        assertThat(codes(performance(ROOM, confirmed("999.99", "a1", "a2")))).containsExactly("closing.payment_short");
    }

    @Test
    void aTalkThatTheCaseDoesNotHaveIsNamed() {
        UUID elsewhere = UUID.randomUUID();
        Talk own = confirmed("1000.00", "a1", "a2");

        Refused refused = refused(new Performance(ROOM, List.of(own.id(), elsewhere), List.of(own), List.of()));

        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/talkIds/1");
            assertThat(fault.code()).isEqualTo("closing.talk_unknown");
            assertThat(fault.detail()).contains(elsewhere.toString());
        });
    }

    @Test
    void aTalkThatAParticipantHasNotConfirmedDoesNotCount() {
        Talk open = open("1000.00", List.of("a1", "a2", "r1"), "a1", "a2");

        assertThat(codes(performance(ROOM, open)))
                .containsExactly("closing.talk_not_confirmed", "closing.payment_short");
    }

    @Test
    @DisplayName("RS16: not without the payee: one applicant cannot end the case for the other")
    void aTalkThatAnApplicantHasNotConfirmedDoesNotCount() {
        assertThat(codes(performance(ROOM, confirmed("1000.00", "a1", "r1"))))
                .containsExactly("closing.applicant_not_confirmed", "closing.payment_short");
        assertThat(codes(performance(ROOM, confirmed("1000.00", "r1"))))
                .containsExactly(
                        "closing.applicant_not_confirmed", "closing.applicant_not_confirmed", "closing.payment_short");
    }

    @Test
    void everyFreezeThatStandsIsNamed() {
        Talk all = confirmed("1000.00", "a1", "a2");
        List<Standing> freezes = List.of(new Standing("f1", FROZEN), new Standing("f2", LIFTING));

        Refused refused = refused(new Performance(ROOM, List.of(all.id()), List.of(all), freezes));

        assertThat(refused.refusal()).isEqualTo(ClosingRefusal.NOT_READY);
        assertThat(refused.faults()).extracting(Refused.Fault::code).containsOnly("closing.freeze_standing");
        assertThat(refused.faults())
                .extracting(Refused.Fault::detail)
                .containsExactly("冻结 f1 尚未解除（已冻结），请先办理解除冻结。", "冻结 f2 尚未解除（解除中），请等待解除完成。");
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        Talk open = open("10.00", List.of("a1", "r1"), "r1");
        UUID elsewhere = UUID.randomUUID();

        assertThat(codes(new Performance(
                        ROOM, List.of(open.id(), elsewhere), List.of(open), List.of(new Standing("f1", FROZEN)))))
                .containsExactly(
                        "closing.talk_not_confirmed",
                        "closing.applicant_not_confirmed",
                        "closing.applicant_not_confirmed",
                        "closing.talk_unknown",
                        "closing.payment_short",
                        "closing.freeze_standing");
    }

    @Test
    @DisplayName("RF9: a claim for a thing or an act is performed without money")
    void aClaimThatIsNotForMoneyNeedsNone() {
        Room.Led act = Rooming.led(new RoomClaim(Claim.Kind.ACT, null), PARTIES);

        Ending ending = performance(act, confirmed(null, "a1", "a2")).ending("judge-1", NOW);

        assertThat(ending.claimed()).isNull();
        assertThat(ending.received()).isNull();
        assertThat(codes(performance(act))).containsExactly("closing.talks_missing");
    }

    @Test
    void aClaimThatIsNotKnownIsNeverTakenAsPaid() {
        Room.Led old = Rooming.led((RoomClaim) null, PARTIES);

        assertThat(codes(performance(old, confirmed("1000.00", "a1", "a2")))).containsExactly("closing.claim_unknown");
    }

    private static Performance performance(Room.Led room, Talk... talks) {
        List<Talk> all = List.of(talks);
        return new Performance(room, all.stream().map(Talk::id).toList(), all, List.of());
    }

    private static List<String> codes(Performance performance) {
        return refused(performance).faults().stream().map(Refused.Fault::code).toList();
    }

    private static Refused refused(Performance performance) {
        return catchThrowableOfType(Refused.class, () -> performance.ending("judge-1", NOW));
    }

    private static Talk confirmed(@Nullable String paid, String... parties) {
        List<Confirmation> all =
                Stream.of(parties).map(id -> new Confirmation(id, NOW)).toList();
        return new Talk.Confirmed(
                UUID.randomUUID(), ROOM.id(), NOW, "judge-1", List.of(parties), words(), payment(paid), all);
    }

    private static Talk open(String paid, List<String> participants, String... confirmed) {
        List<Confirmation> some =
                Stream.of(confirmed).map(id -> new Confirmation(id, NOW)).toList();
        return new Talk.Open(UUID.randomUUID(), ROOM.id(), NOW, "judge-1", participants, words(), payment(paid), some);
    }

    private static Secret words() {
        return new Secret("talk", "记录");
    }

    private static @Nullable Payment payment(@Nullable String amount) {
        return amount == null ? null : new Payment(Money.of(amount), Way.DIRECT, LocalDate.of(2026, 3, 1));
    }
}
