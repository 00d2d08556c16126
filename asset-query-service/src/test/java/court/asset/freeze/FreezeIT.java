package court.asset.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import court.asset.Courthouse;
import court.asset.Courthouse.OpenCase;
import court.asset.FakeInstitutions.Call;
import court.asset.FakeInstitutions.Way;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.support.Caller.Answer;
import court.platform.support.RealPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FreezeIT {

    private static OpenCase led(String balance) {
        return Courthouse.newCase().holds("bank", balance).led("judge-1").answered();
    }

    /** RP2, RP8 */
    @Test
    void whatIsReallyHeldCountsAndTheRestIsFreeAgain() {
        OpenCase open = led("300.00");
        String ruling = open.ruling("800.00");

        Answer given = open.freeze(ruling, "bank", "700.00");

        assertThat(given.status()).isEqualTo(202);
        assertThat(given.header("etag")).isEqualTo("\"1\"");
        open.awaitFreeze("Frozen");
        assertThat(open.reserved()).isEqualTo("300.00");
        assertThat(open.told("AssetFrozen", "amount")).containsExactly("300.00");
        JsonNode list = open.judge().get(open.path("/freezes")).json();
        assertThat(list.get("claim").asString()).isEqualTo("1000.00");
        assertThat(list.get("reserved").asString()).isEqualTo("300.00");
        assertThat(list.get("items").get(0).get("held").asString()).isEqualTo("300.00");
        assertThat(open.judge()
                        .get(open.path("/rulings"))
                        .json()
                        .get("items")
                        .get(0)
                        .get("reserved")
                        .asString())
                .isEqualTo("300.00");
        String sent = exchanges(open, "FREEZE").getFirst().body();
        assertThat(sent).contains("\"ruling\":{\"number\":\"" + open.number() + "之一\",\"sha256\":", "\"notice\":{");
    }

    private static List<Call> exchanges(OpenCase open, String kind) {
        return Courthouse.INSTITUTIONS.asked(Courthouse.rows(
                        "select number from request where kind = '" + kind + "' and case_id = '" + open.id() + "'")
                .getFirst());
    }

    /** RP2 */
    @Test
    void ofTwoHundredFreezesAtOnceNoneExceedsTheClaim() throws Exception {
        OpenCase open = led("100000.00");
        String ruling = open.ruling("5000.00");
        Callable<Answer> freeze = () -> open.freeze(ruling, "bank", "9.99");

        List<Answer> answers =
                together(IntStream.range(0, 200).mapToObj(i -> freeze).toList());

        assertThat(answers.stream().filter(it -> it.status() == 202)).hasSize(100);
        assertThat(answers.stream()
                        .filter(it -> it.status() != 202)
                        .map(Answer::code)
                        .distinct())
                .containsExactly("freeze.above_claim");
        assertThat(open.reserved()).isEqualTo("999.00");
        assertThat(Courthouse.rows("select sum(held) from asset_freeze where case_id = '" + open.id() + "'"))
                .containsExactly("999.00");
    }

    private static <T> List<T> together(List<Callable<T>> all) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> done = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(all)) {
                done.add(one.get());
            }
            return done;
        }
    }

    /** RP2: two sessions, step by step; without the row's lock the second freeze would not see the first */
    @Test
    void aFreezeWaitsForTheOneBeforeItAndSeesWhatItTook() throws Exception {
        OpenCase open = led("100000.00");
        String ruling = open.ruling("1000.00");
        try (Connection other = Courthouse.connect();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            RealPostgres.Database.rows(other, "select reserved from matter where id = '" + open.id() + "' for update");
            CompletableFuture<Answer> second =
                    CompletableFuture.supplyAsync(() -> open.freeze(ruling, "bank", "600.00"), threads);
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !Courthouse.rows("select pid from pg_stat_activity where wait_event_type = 'Lock'")
                            .isEmpty());

            try (var statement = other.createStatement()) {
                statement.executeUpdate("update matter set reserved = reserved + 600 where id = '" + open.id() + "'");
            }
            other.commit();

            assertThat(second.get(10, TimeUnit.SECONDS).code()).isEqualTo("freeze.above_claim");
        } catch (SQLException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
        assertThat(open.reserved()).isEqualTo("600.00");
    }

    /** RP2: and the database itself refuses */
    @Test
    void theDatabaseLetsNoTotalRiseAboveClaimOrRuling() {
        OpenCase open = led("1.00");
        String ruling = open.ruling("10.00");

        assertThatThrownBy(
                        () -> Courthouse.execute("update matter set reserved = 1000.01 where id = '" + open.id() + "'"))
                .rootCause()
                .hasMessageContaining("within_claim");
        assertThatThrownBy(() -> Courthouse.execute("update ruling set reserved = 10.01 where id = '" + ruling + "'"))
                .rootCause()
                .hasMessageContaining("within_ruling");
    }

    /** a time-out is not a failure */
    @Test
    void aFreezeWithoutAnAnswerKeepsItsReservationUntilItsOutcomeIsKnown() {
        OpenCase open = led("5000.00");
        String ruling = open.ruling("1000.00");
        open.treated("bank", Way.SILENT, 3);

        assertThat(open.freeze(ruling, "bank", "900.00").status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> open.requests("FREEZE").equals(List.of("bank UNKNOWN"))
                        && exchanges(open, "FREEZE").size() > 1);
        assertThat(open.reserved()).isEqualTo("900.00");
        assertThat(open.freeze(ruling, "bank", "200.00").code()).isEqualTo("freeze.above_claim");

        open.awaitFreeze("Frozen");
        assertThat(open.reserved()).isEqualTo("900.00");
        assertThat(exchanges(open, "FREEZE").stream().filter(it -> it.method().equals("POST")))
                .hasSize(1);
        assertThat(open.told("AssetFrozen", "amount")).containsExactly("900.00");
    }

    @Test
    void aRefusedFreezeCountsNoMore() {
        OpenCase open = led("5000.00");
        open.treated("bank", Way.REFUSING, 1);

        open.freeze(open.ruling("1000.00"), "bank", "900.00");

        open.awaitFreeze("Refused");
        assertThat(open.reserved()).isEqualTo("0.00");
        assertThat(open.told("FreezeRefused", "reason")).containsExactly("账户已注销");
    }

    @Test
    void moreThanWasAskedForIsNotBelieved() {
        OpenCase open = led("5000.00");
        open.treated("bank", Way.WRONG_AMOUNT, 1);

        open.freeze(open.ruling("1000.00"), "bank", "900.00");

        open.awaitFreeze("Frozen");
        assertThat(open.told("InstitutionReplyRefused", "reason")).containsExactly("AMOUNT");
        assertThat(open.reserved()).isEqualTo("900.00");
    }

    /** RP1, RP2, RP4, RP7, RP8 */
    @Test
    void whatTheLawForbidsIsRefusedWithItsReason() {
        OpenCase open = Courthouse.newCase().holds("bank", "5000.00");
        Courthouse.INSTITUTIONS.holds(
                "vehicle-registry", open.number(), open.asset("vehicle-registry"), "1.00", "被执行人生活必需");
        open.led("judge-1").answered();
        String ruling = open.ruling("500.00");

        assertThat(open.freeze(ruling, "bank", "500.01").code()).isEqualTo("freeze.above_ruling");
        assertThat(open.freeze(ruling, "bank", "1000.01").code()).isEqualTo("freeze.above_claim");
        Answer exempt = open.freeze(ruling, "vehicle-registry", "1.00");
        assertThat(exempt.code()).isEqualTo("freeze.exempt");
        assertThat(exempt.json().get("detail").asString()).contains("被执行人生活必需");
        assertThat(open.freeze(ruling, "securities", "1.00").code()).isEqualTo("freeze.no_such_asset");
        assertThat(open.freeze(UUID.randomUUID().toString(), "bank", "1.00").code())
                .isEqualTo("ruling.no_such_ruling");
        assertThat(open.freeze(ruling, "bank", "0.00").code()).isEqualTo("freeze.amount_zero");
        assertThat(open.freeze(ruling, "bank", "-1.00").code()).isEqualTo("money.negative");
        Map<String, Object> tooLong = open.order(ruling, "bank", "1.00");
        tooLong.put("months", 13);
        assertThat(open.judge().post(open.path("/freezes"), tooLong).code()).isEqualTo("freeze.term_too_long");
        Courthouse.say(open.id(), 4, new JudgeAssigned(Courthouse.COURT, "judge-3", "执行法官三", null, null, null));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> open.judge("judge-3").get(open.path("/freezes")).status() == 200);
        assertThat(open.judge("judge-3")
                        .post(open.path("/freezes"), open.order(ruling, "bank", "1.00"))
                        .code())
                .isEqualTo("matter.not_registered");
        assertThat(Courthouse.rows("select id from asset_freeze where case_id = '" + open.id() + "'"))
                .isEmpty();
        assertThat(open.reserved()).isEqualTo("0.00");
    }

    @Test
    void aReleaseLiftsTheFreezeAndTheSameCommandIsAnsweredAgain() {
        OpenCase open = led("5000.00");
        String ruling = open.ruling("1000.00");
        String freezeId =
                open.freeze(ruling, "bank", "400.00").json().get("freezeId").asString();
        open.awaitFreeze("Frozen");
        String path = open.path("/freezes/" + freezeId + "/release");
        open.treated("bank", Way.REFUSING, 1);

        assertThat(open.judge().post(path, Map.of("reason", "已履行")).code()).isEqualTo("edge.version_missing");
        assertThat(open.judge().post(path, Map.of(), "If-Match", "\"2\"").code())
                .isEqualTo("freeze.reason_missing");
        Answer refused = open.judge().post(path, Map.of("reason", "已履行"), "If-Match", "\"2\"");
        assertThat(refused.status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> open.told("UnfreezeRefused", "reason").size() == 1);
        assertThat(open.reserved()).isEqualTo("400.00");

        String key = UUID.randomUUID().toString();
        Answer lifted = open.judge().postKeyed(key, path, "{\"reason\":\"已履行\"}", "If-Match", "\"4\"");
        Answer again = open.judge().postKeyed(key, path, "{\"reason\":\"已履行\"}", "If-Match", "\"4\"");
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(lifted.body());
        open.awaitFreeze("Lifted");
        assertThat(open.reserved()).isEqualTo("0.00");
        assertThat(open.told("AssetUnfrozen", "amount")).containsExactly("400.00");
        assertThat(open.judge()
                        .post(path, Map.of("reason", "已履行"), "If-Match", "\"6\"")
                        .code())
                .isEqualTo("freeze.not_now");
    }

    @Test
    void closingLiftsWhatIsFrozenAndWhatTurnsOutToBe() {
        OpenCase open = led("5000.00");
        String ruling = open.ruling("1000.00");
        open.freeze(ruling, "bank", "300.00");
        open.awaitFreeze("Frozen");
        open.treated("bank", Way.SILENT, 2);
        open.freeze(ruling, "bank", "200.00");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> open.requests("FREEZE").contains("bank UNKNOWN"));

        open.close();

        open.awaitFreeze("Lifted");
        assertThat(open.reserved()).isEqualTo("0.00");
        assertThat(open.told("AssetUnfrozen", "amount")).containsExactlyInAnyOrder("300.00", "200.00");
        assertThat(open.freeze(ruling, "bank", "1.00").code()).isEqualTo("matter.closed");
    }

    @Test
    void aFreezeThatSurelyNeverArrivedBeforeTheClosingIsWithdrawn() {
        OpenCase open = led("5000.00");
        String ruling = open.ruling("1000.00");
        open.treated("bank", Way.DROPPED, Integer.MAX_VALUE);
        open.freeze(ruling, "bank", "300.00");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !exchanges(open, "FREEZE").isEmpty());

        open.close();

        open.awaitFreeze("Refused");
        assertThat(open.reserved()).isEqualTo("0.00");
        assertThat(open.told("FreezeRefused", "reason")).containsExactly(FreezeAnswers.CLOSED_BEFORE);
    }
}
