package court.deploy.acceptance;

import static court.deploy.acceptance.CourtCase.values;
import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.Platform.LOCAL;
import static court.deploy.acceptance.Platform.token;
import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.acceptance.Http.Sent;
import court.deploy.local.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** What goes wrong in the middle of a lawyer's story, and what must not become of it. */
@Isolated("processes die, the clock is set back")
class LawyersStoryFaultsIT {

    private final Sitting people = Sitting.begin();

    @Test
    void aDraftSurvivesTheServiceAndGoesOnFromAnotherDevice() {
        Filing draft = people.title().attach(Sitting.paper("执行依据"));

        kill();
        String other = people.lawyer().signIn().ok().text("accessToken");
        JsonNode found =
                Retrying.until(() -> HTTP.get(other, draft.path())).ok().json();

        assertThat(found.at("/form/claim/act").asString()).isEqualTo("TRANSFER_OF_TITLE");
        assertThat(found.path("materials").findValuesAsString("kind")).containsExactly("执行依据");
        assertThat(found.at("/summary/version").asLong())
                .isEqualTo(draft.last().json().path("version").asLong());
        CourtCase accepted = accepted(draft.attach(Sitting.paper("授权委托书")).submit());
        assertThat(accepted.settled().path("equal").asBoolean()).isTrue();
    }

    @Test
    void aSubmissionDuringWhichTheServiceDiesHappensOnce() throws Exception {
        Filing ready = ready();
        Sent submission = ready.sent(people.lawyer().token(), "/submission");

        var answered = CompletableFuture.supplyAsync(() -> Retrying.until(() -> HTTP.post(submission, "")));
        kill();
        Filing submitted = ready.after(answered.get());
        Answer repeated = HTTP.post(submission, "").ok();

        assertThat(repeated.body()).isEqualTo(submitted.last().body());
        CourtCase accepted = accepted(submitted);
        assertThat(accepted.settled().path("equal").asBoolean()).isTrue();
        assertThat(values(accepted.timeline(accepted.judgeToken()), "type"))
                .filteredOn("FilingSubmitted"::equals)
                .hasSize(1);
    }

    private static void kill() {
        LOCAL.kill(Part.FILING);
        LOCAL.awaitReady(Part.FILING);
    }

    @Test
    void submitPressedTwiceIsOneSubmission() throws Exception {
        Filing ready = ready();
        Sent first = ready.sent(people.lawyer().token(), "/submission");
        Sent second = ready.sent(people.lawyer().token(), "/submission");

        List<Answer> sameKey = atOnce(() -> HTTP.post(first, ""), () -> HTTP.post(first, ""));
        Answer later = HTTP.post(second, "");

        assertThat(sameKey).extracting(Answer::status).containsOnly(200);
        assertThat(sameKey.getFirst().body()).isEqualTo(sameKey.getLast().body());
        assertThat(later.status()).isEqualTo(412);
        CourtCase accepted = accepted(ready.after(sameKey.getFirst()));
        assertThat(values(accepted.timeline(accepted.judgeToken()), "type"))
                .filteredOn("FilingSubmitted"::equals)
                .hasSize(1);
    }

    @Test
    void ofTwoJudgesWhoAcceptAtOnceOneDoesAndOneNumberIsSpent() throws Exception {
        long before = accepted(ready().submit()).serial();
        Filing submitted = ready().submit();

        List<Answer> answers = atOnce(
                () -> HTTP.post(submitted.sent(token(Filing.JUDGE), "/acceptance"), ""),
                () -> HTTP.post(submitted.sent(token(Filing.OTHER_JUDGE), "/acceptance"), ""));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
        assertThat(answers.stream().filter(it -> !it.isOk()).map(it -> it.text("code")))
                .containsExactly("edge.version_stale");
        CourtCase won = of(submitted.after(
                answers.stream().filter(Answer::isOk).findFirst().orElseThrow()));
        assertThat(won.serial()).isEqualTo(before + 1);
        assertThat(accepted(ready().submit()).serial()).isEqualTo(before + 2);
        assertThat(values(won.timeline(won.judgeToken()), "type"))
                .filteredOn("CaseAccepted"::equals)
                .hasSize(1);
    }

    @Test
    void aClockSetBackNeitherTurnsNumbersAroundNorStopsAnybody() throws IOException {
        Filing ready = ready();
        long before = accepted(ready().submit()).serial();
        String lawyer = people.lawyer().token();
        String judge = token(Filing.JUDGE);
        Path offset = LOCAL.data().resolve("clock-offset");
        Files.writeString(offset, "PT-26H");
        Filing accepted;
        try {
            Filing submitted = ready.after(HTTP.post(ready.sent(lawyer, "/submission"), ""));
            accepted = submitted.after(HTTP.post(submitted.sent(judge, "/acceptance"), ""));
        } finally {
            Files.deleteIfExists(offset);
        }

        CourtCase set = of(accepted);
        assertThat(set.serial()).isEqualTo(before + 1);
        assertThat(accepted(ready().submit()).serial()).isEqualTo(before + 2);
        JsonNode settled = set.settled();
        assertThat(settled.path("equal").asBoolean()).as(settled.toString()).isTrue();
        assertThat(values(set.verified(set.judgeToken()), "result")).containsOnly("INTACT");
    }

    private Filing ready() {
        return people.title().attach(Sitting.paper("执行依据")).attach(Sitting.paper("授权委托书"));
    }

    private CourtCase accepted(Filing submitted) {
        return of(submitted.accept());
    }

    /** The case as the client sees it: an agent's letter of authority opens the filing, not the room. */
    private CourtCase of(Filing accepted) {
        return CourtCase.of(new Filing(people.buyer(), people.seller(), accepted.last()));
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> first = threads.submit(one);
            Future<Answer> second = threads.submit(other);
            return List.of(first.get(), second.get());
        }
    }
}
