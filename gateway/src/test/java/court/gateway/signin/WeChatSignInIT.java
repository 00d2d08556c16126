package court.gateway.signin;

import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Edge.json;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import court.gateway.support.Edge;
import court.gateway.support.Outside;
import court.gateway.support.StubService;
import court.platform.vault.AccountSeal;
import court.platform.vault.KeyPort;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

class WeChatSignInIT {

    private static final String NAME = "演示申请人";
    private static final String ID_NUMBER = "310117198001010019";
    private static final String PHONE = "19900000001";

    private final Outside outside = Outside.shared();
    private final Edge edge = outside.edge;
    private final String openid =
            "oCanary" + UUID.randomUUID().toString().replace("-", "").substring(0, 21);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void knowsThePerson() {
        outside.honest();
        outside.citizen(NAME, ID_NUMBER, PHONE);
        log.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(log);
    }

    @AfterEach
    void clockIsRight() {
        outside.clock(Duration.ZERO);
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(log);
    }

    private String me(JsonNode pair) {
        return json(edge.get("/api/v1/sessions/current", bearer(pair)))
                .get("id")
                .asString();
    }

    private int count(String table) throws SQLException {
        try (var connection = edge.database.connect();
                var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void anAccountIsBoundToAVerifiedIdentityOnceAndThenSignsInAtOnce() {
        HttpResponse<String> unknown = outside.enter(outside.loginCode(openid));

        assertThat(unknown.statusCode()).isEqualTo(202);
        assertThat(json(unknown).get("state").asString()).isEqualTo("IDENTITY_NEEDED");
        HttpResponse<String> proven =
                outside.prove(json(unknown).get("bindingTicket").asString(), " " + NAME, ID_NUMBER, PHONE);
        assertThat(proven.statusCode()).as(proven.body()).isEqualTo(200);
        HttpResponse<String> known = outside.enter(outside.loginCode(openid));

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(me(json(known))).isEqualTo(me(json(proven))).isEqualTo(me(edge.party(ID_NUMBER)));
    }

    @Test
    void aCodeShownAgainGivesNoSession() throws SQLException {
        outside.prove(outside.ticket(openid), NAME, ID_NUMBER, PHONE);
        String code = outside.loginCode(openid);
        outside.enter(code);
        int sessions = count("session");

        assertProblem(outside.enter(code), 401, "wechat.code_used");

        assertThat(count("session")).isEqualTo(sessions);
    }

    @Test
    void codesThatAreNoneAreRefused() {
        assertProblem(outside.enter("expired"), 401, "wechat.code_invalid");
        assertProblem(edge.post("/api/v1/sessions/wechat", "{}"), 400, "wechat.code_missing");
        assertProblem(outside.enter("x".repeat(513)), 400, "wechat.code_missing");
        assertProblem(edge.post("/api/v1/sessions/wechat", "{\"openid\":\"o\"}"), 400, "edge.unknown_field");
    }

    @Test
    void wrongFactsAreRefusedAndCannotBeTriedWithoutEnd() throws SQLException {
        String ticket = outside.ticket(openid);
        int bindings = count("wechat_binding");

        for (int i = 0; i < 5; i++) {
            assertProblem(outside.prove(ticket, NAME, ID_NUMBER, "19900000002"), 422, "verification.facts_wrong");
        }

        assertProblem(outside.prove(ticket, NAME, ID_NUMBER, PHONE), 401, "wechat.ticket_invalid");
        assertThat(count("wechat_binding")).isEqualTo(bindings);
    }

    @Test
    void factsThatCannotBeRightCostNoAttempt() {
        String ticket = outside.ticket(openid);
        for (int i = 0; i < 6; i++) {
            assertProblem(
                    outside.prove(ticket, NAME, "310117198001010018", PHONE), 422, "identity.id_card_check_digit");
            assertProblem(outside.prove(ticket, " ", ID_NUMBER, PHONE), 400, "signin.name_missing");
        }

        assertThat(outside.prove(ticket, NAME, ID_NUMBER, PHONE).statusCode()).isEqualTo(200);
    }

    @Test
    void aTicketIsGoodOnceAndForFiveMinutes() {
        String late = outside.ticket(openid);
        outside.clock(Duration.ofMinutes(5));
        outside.authority.on("/verify", HttpExchange::close); // nobody is to be asked about a late one
        assertProblem(outside.prove(late, NAME, ID_NUMBER, PHONE), 401, "wechat.ticket_invalid");
        outside.clock(Duration.ZERO);
        outside.honest();
        outside.citizen(NAME, ID_NUMBER, PHONE);
        String ticket = outside.ticket(openid);

        assertThat(outside.prove(ticket, NAME, ID_NUMBER, PHONE).statusCode()).isEqualTo(200);

        assertProblem(outside.prove(ticket, NAME, ID_NUMBER, PHONE), 401, "wechat.ticket_invalid");
        assertProblem(outside.prove("made up", NAME, ID_NUMBER, PHONE), 401, "wechat.ticket_invalid");
    }

    @Test
    void ofTwoWithOneTicketOneIsBound() throws Exception {
        outside.citizen("演示旁人", "310101199009090037", "19900000003");
        String ticket = outside.ticket(openid);
        int bindings = count("wechat_binding");
        CyclicBarrier bothVerified = new CyclicBarrier(2);
        outside.authority.on("/verify", exchange -> {
            exchange.getRequestBody().readAllBytes();
            try {
                bothVerified.await(10, TimeUnit.SECONDS);
            } catch (Exception alone) {
                throw new IllegalStateException(alone);
            }
            Outside.answer(exchange, "{\"match\":true}");
        });

        List<Integer> statuses;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads
                    .invokeAll(List.<Callable<HttpResponse<String>>>of(
                            () -> outside.prove(ticket, NAME, ID_NUMBER, PHONE),
                            () -> outside.prove(ticket, "演示旁人", "310101199009090037", "19900000003")))
                    .stream()
                    .map(it -> it.resultNow().statusCode())
                    .sorted()
                    .toList();
        }

        assertThat(statuses).containsExactly(200, 401);
        assertThat(count("wechat_binding")).isEqualTo(bindings + 1);
    }

    @Test
    void theFirstVerifiedPersonKeepsTheAccount() {
        outside.citizen("演示旁人", "310101199009090037", "19900000003");
        String first = outside.ticket(openid);
        String second = outside.ticket(openid);
        outside.prove(first, NAME, ID_NUMBER, PHONE);

        assertProblem(
                outside.prove(second, "演示旁人", "310101199009090037", "19900000003"), 409, "wechat.bound_to_another");
        assertThat(me(json(outside.enter(outside.loginCode(openid))))).isEqualTo(me(edge.party(ID_NUMBER)));
    }

    @ParameterizedTest(name = "WeChat says {0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"errcode":40125,"errmsg":"invalid appsecret a-wechat-secret"} | 503 | wechat.away
            {"errcode":-1,"errmsg":"system error"}                         | 503 | wechat.away
            {"session_key":"canary-session-key"}                           | 503 | wechat.away
            {"openid":17}                                                  | 503 | wechat.away
            <html>                                                         | 503 | wechat.away
            ''                                                             | 503 | wechat.away
            {"errcode":45011,"errmsg":"api minute-quota"}                  | 429 | wechat.too_often
            {"errcode":40226,"errmsg":"code blocked"}                      | 403 | wechat.account_blocked
            """)
    void whateverWeChatAnswersIsToldClearlyAndWithoutSecrets(String answer, int status, String code) {
        outside.weChat.on("/sns/jscode2session", exchange -> Outside.answer(exchange, answer));

        HttpResponse<String> told = outside.enter("canary-code");

        assertProblem(told, status, code);
        assertNothingTold(told.body());
    }

    @Test
    void whoeverIsAwayIsToldAsAway() {
        outside.weChat.on("/sns/jscode2session", exchange -> StubService.answer(exchange, 502, "text/html", "secret"));
        assertProblem(outside.enter("canary-code"), 503, "wechat.away");
        outside.weChat.on("/sns/jscode2session", exchange -> exchange.close());
        assertProblem(outside.enter("canary-code"), 503, "wechat.away");
        outside.honest();
        String ticket = outside.ticket(openid);
        outside.authority.on("/verify", exchange -> StubService.answer(exchange, 500, "text/html", ID_NUMBER));
        assertProblem(outside.prove(ticket, NAME, ID_NUMBER, PHONE), 503, "verification.away");
        outside.authority.on("/verify", exchange -> Outside.answer(exchange, "{\"match\":\"true\"}"));
        assertProblem(outside.prove(ticket, NAME, ID_NUMBER, PHONE), 503, "verification.away");
        outside.weChat.on("/wxa/business/getuserphonenumber", exchange -> Outside.answer(exchange, "{\"errcode\":0}"));
        assertProblem(outside.prove(ticket, NAME, ID_NUMBER, PHONE), 503, "wechat.away");
        outside.honest();

        assertThat(outside.prove(ticket, NAME, ID_NUMBER, PHONE).statusCode()).isEqualTo(200);
        assertThat(log.list).hasSizeGreaterThanOrEqualTo(5);
        assertNothingTold("");
    }

    @Test
    void theTokensOfAWeChatSessionCarryTheAccountSealedAlsoAfterARefresh() throws Exception {
        JsonNode proven = json(outside.prove(outside.ticket(openid), NAME, ID_NUMBER, PHONE));
        JsonNode known = json(outside.enter(outside.loginCode(openid)));
        JsonNode refreshed = json(edge.post(
                "/api/v1/sessions/refresh",
                "{\"refreshToken\":\"" + known.get("refreshToken").asString() + "\"}"));

        AccountSeal seal = new AccountSeal(edge.bean(KeyPort.class));
        for (JsonNode pair : List.of(proven, known, refreshed)) {
            var claims = SignedJWT.parse(pair.get("accessToken").asString()).getJWTClaimsSet();
            assertThat(claims.toString()).doesNotContain(openid);
            assertThat(seal.open(claims.getStringClaim("wechat"))).isEqualTo(openid);
            assertThat(claims.getStringClaim("via")).isEqualTo("WECHAT");
        }
        assertThat(SignedJWT.parse(edge.party(ID_NUMBER).get("accessToken").asString())
                        .getJWTClaimsSet()
                        .getClaim("wechat"))
                .isNull();
    }

    private void assertNothingTold(String body) {
        assertThat(log.list.stream()
                                .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
                                .toList()
                                .toString()
                        + body)
                .doesNotContain(Outside.SECRET, "canary", ID_NUMBER, PHONE, NAME, openid, "a-verification-secret");
    }

    @Test
    void neitherAccountNorPersonNorTicketIsStoredInTheClear() throws SQLException {
        String ticket = outside.ticket(openid);
        JsonNode pair = json(outside.prove(ticket, NAME, ID_NUMBER, PHONE));
        outside.ticket(openid + "2");

        List<String> stored = outside.stored();

        assertThat(stored).anyMatch(row -> row.contains(me(pair)));
        assertThat(stored)
                .noneMatch(row -> row.contains(openid)
                        || row.contains(ID_NUMBER)
                        || row.contains(PHONE)
                        || row.contains(NAME)
                        || row.contains(ticket)
                        || row.contains("canary-session-key"));
        assertThat(log.list.toString()).doesNotContain(openid, ID_NUMBER, PHONE, NAME, ticket);
    }
}
