package court.interaction.talk;

import static court.platform.contract.Party.Role.APPLICANT;
import static court.platform.contract.Party.Role.RESPONDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.interaction.Rooming;
import court.interaction.room.Room;
import court.interaction.talk.TalkDraft.Paid;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.InteractionEvent.Payment;
import court.platform.contract.InteractionEvent.Payment.Way;
import court.platform.contract.InteractionEvent.TalkConfirmed;
import court.platform.contract.InteractionEvent.TalkOpened;
import court.platform.json.Secret;
import court.platform.model.Money;
import court.platform.model.Refusal;
import court.platform.security.AccessRefusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TalkTest {

    /** Already the next day in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final Room.Led ROOM = Rooming.led(
            Rooming.party("a1", APPLICANT, true),
            Rooming.party("a2", APPLICANT, true),
            Rooming.party("r1", RESPONDENT, true),
            Rooming.party("r2", RESPONDENT, false));
    private static final Paid PAID = new Paid(Money.of("600"), Way.DIRECT, TODAY);

    @Test
    void aTalkIsToldToItsParticipantsOnly() {
        Change<Talk> opening = open("a1", "r1", "a1");

        Talk talk = opening.next();
        assertThat(talk).isInstanceOf(Talk.Open.class);
        assertThat(opening.facts())
                .containsExactly(Fact.to(
                        List.of("a1", "r1"),
                        new TalkOpened(
                                talk.id().toString(),
                                List.of("a1", "r1"),
                                new Secret(talk.id().toString(), "申请执行人确认收到 600 元。"),
                                new Payment(Money.of("600.00"), Way.DIRECT, TODAY))));
    }

    @Test
    void itIsConfirmedWhenTheLastParticipantHasConfirmed() {
        Change<Talk> first = open("a1", "r1").next().confirm("r1", NOW);
        Change<Talk> second = first.next().confirm("a1", NOW);

        assertThat(first.next()).isInstanceOf(Talk.Open.class);
        assertThat(second.next()).isInstanceOf(Talk.Confirmed.class);
        assertThat(second.facts())
                .containsExactly(Fact.to(
                        List.of("a1", "r1"),
                        new TalkConfirmed(second.next().id().toString(), "a1")));
    }

    @Test
    void nobodyConfirmsTwice() {
        Talk half = open("a1", "r1").next().confirm("r1", NOW).next();
        Talk whole = half.confirm("a1", NOW).next();

        assertRefused(() -> half.confirm("r1", NOW), TalkRefusal.ALREADY_CONFIRMED);
        assertRefused(() -> whole.confirm("a1", NOW), TalkRefusal.ALREADY_CONFIRMED);
    }

    @Test
    void toOthersThereIsNoSuchTalk() {
        Talk talk = open("a1").next();
        Talk confirmed = talk.confirm("a1", NOW).next();

        assertRefused(() -> talk.confirm("a2", NOW), AccessRefusal.NOT_YOURS);
        assertRefused(() -> confirmed.confirm("a2", NOW), AccessRefusal.NOT_YOURS);
    }

    @Test
    void onlyTheJudgeWhoHasTheCaseOpensOne() {
        TalkDraft draft = new TalkDraft(List.of("a1"), "记录", null);

        assertRefused(() -> Talk.open(ROOM, draft, "judge-2", NOW), AccessRefusal.ROLE_MISSING);
    }

    @Test
    void participantsAreInTheRoom() {
        assertRefused(() -> open(), TalkRefusal.PARTICIPANTS_MISSING);
        assertRefused(() -> opened(null, "记录", null), TalkRefusal.PARTICIPANTS_MISSING);
        assertRefused(() -> opened(Collections.singletonList(null), "记录", null), TalkRefusal.NOT_IN_ROOM);
        assertRefused(() -> open("a1", "x"), TalkRefusal.NOT_IN_ROOM);
        assertRefused(() -> open("a1", "r2"), TalkRefusal.RESPONDENT_NOT_RELEASED);
    }

    @Test
    void aRecordHasWords() {
        assertRefused(() -> opened(List.of("a1"), null, null), TalkRefusal.TRANSCRIPT_MISSING);
        assertRefused(() -> opened(List.of("a1"), " \n", null), TalkRefusal.TRANSCRIPT_MISSING);
        assertRefused(() -> opened(List.of("a1"), "长".repeat(50_001), null), TalkRefusal.TRANSCRIPT_TOO_LONG, 50_000);
    }

    @Test
    void aPaymentIsWholeAndPast() {
        assertRefused(() -> paid(new Paid(null, Way.DIRECT, TODAY)), TalkRefusal.PAYMENT_INCOMPLETE);
        assertRefused(() -> paid(new Paid(Money.of("1"), null, TODAY)), TalkRefusal.PAYMENT_INCOMPLETE);
        assertRefused(() -> paid(new Paid(Money.of("1"), Way.DIRECT, null)), TalkRefusal.PAYMENT_INCOMPLETE);
        assertRefused(() -> paid(new Paid(Money.of("0"), Way.DIRECT, TODAY)), TalkRefusal.AMOUNT_ZERO);
        assertRefused(
                () -> paid(new Paid(Money.of("1"), Way.CASE_ACCOUNT, TODAY.plusDays(1))), TalkRefusal.PAID_IN_FUTURE);
    }

    private static Change<Talk> open(String... participants) {
        return opened(List.of(participants), "申请执行人确认收到 600 元。", PAID);
    }

    private static Change<Talk> paid(Paid payment) {
        return opened(List.of("a1"), "记录", payment);
    }

    private static Change<Talk> opened(
            @Nullable List<String> participants, @Nullable String transcript, @Nullable Paid payment) {
        return Talk.open(ROOM, new TalkDraft(participants, transcript, payment), "judge-1", NOW);
    }

    private static void assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable act, Refusal refusal, Object... values) {
        assertThatThrownBy(act).hasMessage(refusal.detail().formatted(values));
    }
}
