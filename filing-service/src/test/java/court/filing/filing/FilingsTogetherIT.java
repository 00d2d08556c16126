package court.filing.filing;

import static court.filing.filing.RunningFiling.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.filing.application.Forms;
import court.filing.filing.Filing.Submitted;
import court.filing.filing.FilingTurn.Alter;
import court.filing.filing.FilingTurn.Asked;
import court.filing.filing.Http.Answer;
import court.platform.contract.Change;
import court.platform.model.Refused;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.web.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/** What several people do with several filings at the same time, written in one transaction. */
class FilingsTogetherIT {

    private static final String TRACE = "00-" + "1".repeat(32) + "-" + "2".repeat(16) + "-01";
    private static final Actor JUDGE = new Actor("filing-judge", Set.of(Role.FILING_JUDGE), "沪0117", null);
    private static final Actor STRANGER = new Actor("nobody", Set.of(Role.PARTY), null, "f".repeat(64));

    private final RunningFiling filing = RunningFiling.shared();
    private final String applicant = filing.applicant();

    private Answer submitted() {
        return filing.submitted(applicant, Forms.whole());
    }

    private static Asked asked(Actor actor, Answer about, String key, Alter wanted) {
        long version = Long.parseLong(about.etag().replace("\"", ""));
        Command command = new Command(actor, key, "POST " + path(about), "digest", 200, version);
        return new Asked(actor, UUID.fromString(about.text("id")), command, Instant.now(), wanted, TRACE);
    }

    private static Asked asked(Actor actor, Answer about, Function<Filing, Mono<Change<Filing>>> decide) {
        return asked(actor, about, UUID.randomUUID().toString(), new Alter(decide, Mono.empty()));
    }

    private Asked acceptance(Answer about) {
        Acceptance acceptance = filing.bean(Acceptance.class);
        return asked(JUDGE, about, it -> acceptance.of((Submitted) it, JUDGE.id(), Instant.now()));
    }

    private static Asked review(Answer about) {
        return asked(JUDGE, about, it -> Mono.just(((Submitted) it).take(JUDGE.id(), null)));
    }

    private Mono<List<Mono<FilingSummary>>> group(Asked... asked) {
        Steps steps = filing.bean(Steps.class);
        return filing.bean(WriteUnit.class).run(() -> steps.take(List.of(asked), false));
    }

    private List<Signal<FilingSummary>> together(Asked... asked) {
        return Objects.requireNonNull(group(asked).block()).stream()
                .map(answer -> Objects.requireNonNull(answer.materialize().block()))
                .toList();
    }

    private static String code(Signal<FilingSummary> refused) {
        return ((Refused) Objects.requireNonNull(refused.getThrowable()))
                .refusal()
                .code();
    }

    private String state(Answer about) {
        return filing.http
                .get(applicant, path(about))
                .body()
                .at("/summary/state")
                .asString();
    }

    /** A number that was given and got lost would stay missing. */
    private void noNumberIsMissing() {
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(filing.rows("""
                        select court, year, last, (select count(*) from filing
                            where case_number like '（' || n.year || '）' || n.court || '执%') as given
                        from case_number n where last <> (select count(*) from filing
                            where case_number like '（' || n.year || '）' || n.court || '执%')""")).isEmpty());
    }

    @Test
    @DisplayName("RF4: cases accepted together have numbers, judges, limits and facts of their own")
    void filingsOfOneGroupAreAcceptedEachByItself() {
        Answer first = submitted();
        Answer second = submitted();
        Answer third = submitted();

        List<Signal<FilingSummary>> answers = together(acceptance(first), review(third), acceptance(second));

        assertThat(answers).noneMatch(Signal::hasError);
        String ids = "('" + first.text("id") + "', '" + second.text("id") + "', '" + third.text("id") + "')";
        assertThat(filing.rows("select count(distinct xmin::text) from filing where id in " + ids))
                .containsExactly("1");
        assertThat(filing.rows("select count(distinct case_number) from filing where id in " + ids))
                .containsExactly("2");
        for (Answer accepted : List.of(first, second)) {
            String of = "case_id = '" + accepted.text("id") + "'";
            assertThat(filing.rows("select type from outbox where " + of + " order by sequence"))
                    .containsExactly("FilingSubmitted", "CaseAccepted", "JudgeAssigned");
            assertThat(filing.rows("select sequence from outbox where " + of + " order by id"))
                    .containsExactly("1", "2", "3");
            assertThat(filing.rows("select count(*) from assignment where " + of))
                    .containsExactly("1");
            assertThat(filing.rows("select template from notification where " + of + " and template = 'CASE_ACCEPTED'"))
                    .hasSize(1);
            assertThat(filing.rows("select rule || ' ' || state from deadline where filing_id = '" + accepted.text("id")
                            + "' order by rule"))
                    .containsExactly(
                            "DECIDE_FILING MET",
                            "ENFORCEMENT RUNNING",
                            "ENFORCEMENT_NOTICE RUNNING",
                            "UPPER_COURT RUNNING");
        }
        assertThat(state(third)).isEqualTo("SUBMITTED");
        noNumberIsMissing();
    }

    @Test
    void whoIsRefusedHoldsNobodyUpAndMayUseTheirKeyAgain() {
        Answer stale = submitted();
        Answer foreign = submitted();
        Answer fine = submitted();
        String key = UUID.randomUUID().toString();
        Alter taking = new Alter(it -> Mono.just(((Submitted) it).take(JUDGE.id(), null)), Mono.empty());
        Answer taken = filing.step(filing.judge(JUDGE.id()), stale, "/review", "");

        List<Signal<FilingSummary>> answers = together(
                asked(JUDGE, stale, key, taking),
                asked(STRANGER, foreign, it -> Mono.just(Change.of(it))),
                review(fine));

        assertThat(code(answers.get(0))).isEqualTo("edge.version_stale");
        assertThat(code(answers.get(1))).isEqualTo("access.not_yours");
        assertThat(answers.get(2).hasValue()).isTrue();
        assertThat(together(asked(JUDGE, taken, key, taking)).getFirst().hasValue())
                .isTrue();
    }

    @Test
    void whatCannotBeLaidOnTheDiskIsNotNamedByItsFiling() {
        Answer draft = filing.open(applicant, Forms.whole());
        Answer other = filing.open(applicant, Forms.whole());
        Actor owner = owner(draft);
        Mono<Void> full = Mono.error(new UncheckedIOException(new IOException("no space left")));

        List<Signal<FilingSummary>> answers = together(
                asked(owner, draft, "k-" + draft.text("id"), attaching(full)),
                asked(owner, other, "k-" + other.text("id"), attaching(Mono.empty())));

        assertThat(answers.get(0).getThrowable()).isInstanceOf(UncheckedIOException.class);
        assertThat(answers.get(1).hasValue()).isTrue();
        assertThat(materials(draft)).isZero();
        assertThat(materials(other)).isEqualTo(1);
    }

    private static Alter attaching(Mono<Void> keep) {
        return new Alter(
                it -> Mono.just(((Filing.Editable) it)
                        .attach(FilingFixtures.material(UUID.randomUUID().toString()))),
                keep);
    }

    private int materials(Answer about) {
        return filing.http.get(applicant, path(about)).body().path("materials").size();
    }

    private Actor owner(Answer about) {
        String person = filing.rows("select owner from filing where id = '" + about.text("id") + "'")
                .getFirst();
        return new Actor("account", Set.of(Role.PARTY), null, person);
    }

    @Test
    @DisplayName("RF4: what is refused after a number was taken undoes the group, and no number is lost")
    void aLateRefusalUndoesTheGroup() {
        Answer late = submitted();
        Answer early = submitted();
        Acceptance acceptance = filing.bean(Acceptance.class);
        Asked refusedLate = asked(
                JUDGE,
                late,
                it -> acceptance
                        .of((Submitted) it, JUDGE.id(), Instant.now())
                        .then(Mono.error(() -> FilingRefusal.NOT_NOW.because("已受理"))));

        Signal<List<Mono<FilingSummary>>> undone =
                group(acceptance(early), refusedLate).materialize().block();

        assertThat(undone).matches(it -> it != null && it.getThrowable() instanceof Refused);
        assertThat(state(early)).isEqualTo("SUBMITTED");
        assertThat(filing.rows("select 1 from assignment where case_id = '" + early.text("id") + "'"))
                .isEmpty();
        noNumberIsMissing();
    }

    @Test
    @DisplayName("RF4: many accepted at once, some of them under somebody else's review: numbers without a gap")
    void manyAtOnceAreEachAcceptedOrRefused() {
        List<Answer> all = IntStream.range(0, 12).mapToObj(i -> submitted()).toList();
        String judge = filing.judge("filing-judge");
        String colleague = filing.judge("filing-judge-2");
        List<Answer> open = IntStream.range(0, 12)
                .mapToObj(i -> i % 4 == 0 ? filing.step(colleague, all.get(i), "/review", "") : all.get(i))
                .toList();

        List<CompletableFuture<Answer>> asked = open.stream()
                .map(it -> CompletableFuture.supplyAsync(() -> filing.step(judge, it, "/acceptance", "")))
                .toList();

        List<Integer> statuses =
                asked.stream().map(it -> it.join().status()).sorted().toList();
        assertThat(statuses).containsOnly(200, 409).filteredOn(it -> it == 409).hasSize(3);
        noNumberIsMissing();
    }

    @Test
    void aFilingThatIsBusyHoldsNoOtherUp() throws Exception {
        Answer here = submitted();
        Answer there = submitted();
        String judge = filing.judge("filing-judge");
        try (Connection busy = filing.database.connect();
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("select 1 from filing where id = '" + here.text("id") + "' for update");
            var held = CompletableFuture.supplyAsync(() -> filing.step(judge, here, "/review", ""));

            Answer taken = filing.step(judge, there, "/review", "");
            assertThat(taken.status()).isEqualTo(200);
            assertThat(filing.http
                            .delete(judge, path(taken) + "/review", taken.etag())
                            .status())
                    .isEqualTo(200);
            assertThat(held).isNotDone();

            busy.rollback();
            assertThat(held.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsNotThereIsRefusedAsWhatIsNotYours() {
        Answer there = submitted();
        String judge = filing.judge("filing-judge");

        Answer none =
                filing.http.post(judge, RunningFiling.FILINGS + "/" + UUID.randomUUID() + "/review", there.etag(), "");

        assertThat(none.status()).isEqualTo(404);
        assertThat(none.text("code")).isEqualTo("access.not_yours");
    }
}
