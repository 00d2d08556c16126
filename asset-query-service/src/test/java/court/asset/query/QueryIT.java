package court.asset.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.asset.Courthouse;
import court.asset.Courthouse.OpenCase;
import court.asset.FakeInstitutions;
import court.asset.FakeInstitutions.Call;
import court.asset.FakeInstitutions.Way;
import court.platform.support.Caller.Answer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class QueryIT {

    private static final List<String> ALL =
            FakeInstitutions.KINDS.keySet().stream().sorted().toList();

    /** RP4, RP6, A2 */
    @Test
    void theFirstQueryGoesOutByItselfAndWhatHasComeShowsAtOnce() {
        OpenCase open = Courthouse.newCase().holds("bank", "500.00").holds("vehicle-registry", "80000.00");
        open.treated("securities", Way.LATE, 10).led("judge-1");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> open.told("AssetQueryAnswered", "institution").size() == 4);

        JsonNode query =
                open.judge().get(open.path("/queries")).json().get("items").get(0);
        assertThat(query.get("respondentId").asString()).isEqualTo("r1");
        assertThat(query.get("standing").asBoolean()).isTrue();
        assertThat(query.get("complete").asBoolean()).isFalse();
        assertThat(query.get("items").findValuesAsString("state"))
                .containsExactlyInAnyOrder("ANSWERED", "ANSWERED", "ANSWERED", "ANSWERED", "PROCESSING");
        assertThat(open.judge().get(open.path("/assets")).json().get("items").findValuesAsString("assetId"))
                .containsExactlyInAnyOrder(open.asset("bank"), open.asset("vehicle-registry"));
        open.answered();
        assertThat(open.told("AssetQueryStarted", "respondentId")).containsExactly("r1");
        List<Call> calls = Courthouse.INSTITUTIONS.calls(open.number());
        assertThat(calls)
                .hasSize(5)
                .allSatisfy(call -> assertThat(call.body())
                        .contains("\"workPermit\":\"沪执工0001\"", "\"officialPermit\":\"沪执公0001\"", open.idNumber()));
        assertThat(calls.stream().map(Call::number)).doesNotHaveDuplicates();
    }

    @Test
    void anOutcomeLostOnTheWayIsReconciledExactlyOnce() {
        OpenCase open = Courthouse.newCase().holds("bank", "500.00");
        open.treated("bank", Way.LOST, 1).treated("securities", Way.SILENT, 1).led("judge-1");

        open.answered();

        for (String lost : List.of("bank", "securities")) {
            List<Call> calls = exchanges(open, lost);
            assertThat(calls.stream().filter(it -> it.method().equals("POST"))).hasSize(1);
            assertThat(calls.stream().filter(it -> it.method().equals("GET"))).isNotEmpty();
            assertThat(open.told("AssetQueryAnswered", "institution")).containsOnlyOnce(lost);
        }
    }

    @Test
    void whatNeverArrivedIsSentAgainUnderTheSameNumber() {
        OpenCase open = Courthouse.newCase();
        open.treated("bank", Way.DROPPED, 1).led("judge-1");

        open.answered();

        List<Call> calls = exchanges(open, "bank");
        assertThat(calls.stream().map(Call::method)).containsExactly("POST", "GET", "POST");
        assertThat(calls.stream()
                        .filter(it -> it.method().equals("POST"))
                        .map(Call::body)
                        .distinct())
                .hasSize(1);
    }

    private static List<Call> exchanges(OpenCase open, String institution) {
        String number = Courthouse.rows("select number from request where institution = '" + institution
                        + "' and case_id = '" + open.id() + "'")
                .getFirst();
        return Courthouse.INSTITUTIONS.asked(number);
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_LARGE, SIZE",
        "FORBIDDING, STATUS",
        "WRONG_SIGNATURE, SIGNATURE",
        "WRONG_SCHEMA, SCHEMA",
        "NUMBER_AMOUNT, SCHEMA",
        "WRONG_INSTITUTION, INSTITUTION",
        "WRONG_REQUEST, REQUEST_NUMBER",
        "WRONG_SUBJECT, SUBJECT",
        "WRONG_AMOUNT, AMOUNT",
        "WRONG_KIND, ASSET"
    })
    void anAnswerNotToBeBelievedIsRefusedOnceAndAskedForAgain(Way way, String reason) {
        OpenCase open = Courthouse.newCase().holds("bank", "500.00");
        open.treated("bank", way, 2).led("judge-1");

        open.answered();

        assertThat(open.told("InstitutionReplyRefused", "reason")).containsExactly(reason);
        assertThat(open.told("AssetQueryAnswered", "institution")).containsOnlyOnce("bank");
        assertThat(open.requests("QUERY")).allMatch(it -> it.endsWith(" ANSWERED"));
    }

    @Test
    void anInstitutionThatIsDownHoldsUpNobodyElse() {
        OpenCase open = Courthouse.newCase();
        open.treated("internet-payment", Way.DOWN, 12);
        CircuitBreaker breaker =
                Courthouse.service().bean(CircuitBreakerRegistry.class).circuitBreaker("internet-payment");
        var opened = new java.util.concurrent.atomic.AtomicBoolean();
        breaker.getEventPublisher()
                .onStateTransition(it ->
                        opened.compareAndSet(false, it.getStateTransition().getToState() == CircuitBreaker.State.OPEN));

        open.led("judge-1").answered();

        List<String> order = open.told("AssetQueryAnswered", "institution");
        assertThat(order).hasSize(5).last().isEqualTo("internet-payment");
        assertThat(opened).isTrue();
        assertThat(Courthouse.service()
                        .bean(CircuitBreakerRegistry.class)
                        .circuitBreaker("bank")
                        .getState())
                .isEqualTo(CircuitBreaker.State.CLOSED);
    }

    /** RP4 */
    @Test
    void withoutAStandingInstructionTheJudgeAsks() {
        OpenCase open = Courthouse.newCase().led("judge-2");
        assertThat(open.requests("QUERY")).isEmpty();

        Answer asked = open.judge("judge-2").post(open.path("/queries"), Map.of("respondentId", "r1"));

        assertThat(asked.status()).isEqualTo(201);
        open.answered();
        assertThat(open.requests("QUERY").stream().map(it -> it.split(" ")[0])).isEqualTo(ALL);
    }

    /** RP4 */
    @Test
    void onlyARegisteredOfficerAsksAndOnlyAboutARespondentOfAnOpenCase() {
        OpenCase unregistered = Courthouse.newCase().led("judge-3");
        assertThat(unregistered
                        .judge("judge-3")
                        .post(unregistered.path("/queries"), Map.of("respondentId", "r1"))
                        .code())
                .isEqualTo("matter.not_registered");
        assertThat(unregistered.requests("QUERY")).isEmpty();

        OpenCase open = Courthouse.newCase().led("judge-1").answered();
        assertThat(open.judge()
                        .post(open.path("/queries"), Map.of("respondentId", "a1"))
                        .code())
                .isEqualTo("matter.not_a_respondent");
        assertThat(open.judge().post(open.path("/queries"), Map.of()).code()).isEqualTo("query.respondent_missing");
        open.close();
        assertThat(open.judge()
                        .post(open.path("/queries"), Map.of("respondentId", "r1"))
                        .code())
                .isEqualTo("matter.closed");
        assertThat(open.requests("QUERY")).hasSize(5);
    }

    /** RP4: asked again in the place that sends */
    @Test
    void aRequestThatWaitedPastTheClosingNeverGoesOut() {
        OpenCase open = Courthouse.newCase().led("judge-1").answered().close();

        Courthouse.execute(
                "update request set state = 'OPEN', next_at = now() where institution = 'bank' and case_id = '"
                        + open.id() + "'");

        await().atMost(Duration.ofSeconds(10))
                .until(() -> open.requests("QUERY").contains("bank WITHDRAWN"));
        assertThat(exchanges(open, "bank")).hasSize(1);
    }

    @Test
    void partiesAndStrangersLearnNothing() {
        OpenCase open =
                Courthouse.newCase().holds("bank", "500.00").led("judge-1").answered();
        var stranger = Courthouse.caller(Courthouse.tokens().staff("judge-2", Courthouse.COURT, "ENFORCEMENT_JUDGE"));

        for (var outsider :
                List.of(open.applicant(), Courthouse.caller(Courthouse.tokens().party(open.id() + "-r1")), stranger)) {
            for (String path : List.of("/queries", "/assets", "/rulings", "/freezes")) {
                assertThat(outsider.get(open.path(path)).code()).isEqualTo("access.not_yours");
            }
            assertThat(outsider.post(open.path("/queries"), Map.of("respondentId", "r1"))
                            .code())
                    .isEqualTo("access.not_yours");
        }
        var clerk = Courthouse.caller(Courthouse.tokens().staff("filing-judge", Courthouse.COURT, "FILING_JUDGE"));
        assertThat(clerk.get(open.path("/assets")).status()).isEqualTo(200);
        assertThat(clerk.post(open.path("/queries"), Map.of("respondentId", "r1"))
                        .code())
                .isEqualTo("access.role_missing");
        assertThat(Courthouse.rows("select distinct headers::json ->> 'ce_audience' from outbox where case_id = '"
                        + open.id() + "'"))
                .containsExactly("");
    }

    /** RE7 */
    @Test
    void nameAndNumberStandNowhereInTheClearAndEachViewIsOnRecord() {
        OpenCase open = Courthouse.newCase().holds("bank", "500.00");
        open.treated("bank", Way.WRONG_SUBJECT, 1).led("judge-1").answered();
        open.judge().get(open.path("/assets"));
        open.judge().get(open.path("/assets"));

        for (String table : Courthouse.rows("select tablename from pg_tables where schemaname = 'public'")) {
            assertThat(Courthouse.rows("select t::text from " + table + " t"))
                    .as(table)
                    .noneMatch(row -> row.contains(open.idNumber())
                            || row.contains(open.respondentName())
                            || row.contains("描述 " + open.asset("bank")));
        }
        assertThat(Courthouse.service().bean(MeterRegistry.class).getMeters().stream()
                        .map(meter -> meter.getId().toString())
                        .toList()
                        .toString())
                .doesNotContain(open.idNumber(), open.id().toString());
        assertThat(open.told("ProtectedDataViewed", "object")).containsOnlyOnce("assets");
    }
}
