package court.gateway.signin;

import static court.gateway.support.CityAppOutside.bring;
import static court.gateway.support.CityAppOutside.claims;
import static court.gateway.support.CityAppOutside.freshKey;
import static court.gateway.support.CityAppOutside.sign;
import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Edge.json;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import court.gateway.support.CityAppOutside;
import court.gateway.support.Edge;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("F2: the city app 随申办 hands over whom it has signed in")
class CityAppSignInIT {

    private static final String NUMBER = "440524188001010014";
    private static final CityAppOutside APP = CityAppOutside.shared();
    private static final Edge EDGE = APP.edge;

    private static JWTClaimsSet told(JsonNode pair) throws Exception {
        return SignedJWT.parse(pair.get("accessToken").asString()).getJWTClaimsSet();
    }

    @Test
    void whoComesFromTheAppIsTheSamePersonAsOnAnyOtherWay() throws Exception {
        HttpResponse<String> answer = APP.bring(APP.token(NUMBER));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JWTClaimsSet told = told(json(answer));
        assertThat(told.getSubject()).isEqualTo(told(EDGE.party(NUMBER)).getSubject());
        assertThat(told.getStringListClaim("roles")).containsExactly("PARTY");
        assertThat(told.getStringClaim("person")).hasSize(64);
        assertThat(EDGE.get("/api/v1/sessions/current", bearer(json(answer))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSessionKnowsHowItWasOpenedAlsoAfterItWasRefreshed() throws Exception {
        JsonNode pair = json(APP.bring(APP.token(NUMBER)));
        JsonNode next = json(EDGE.post(
                "/api/v1/sessions/refresh",
                "{\"refreshToken\":\"" + pair.get("refreshToken").asString() + "\"}"));

        assertThat(told(pair).getStringClaim("via")).isEqualTo("SUISHENBAN");
        assertThat(told(next).getStringClaim("via")).isEqualTo("SUISHENBAN");
        assertThat(told(EDGE.party(NUMBER)).getClaim("via")).isNull();
    }

    @Test
    void aTokenSignsInOnce() {
        String token = APP.token(NUMBER);

        assertThat(APP.bring(token).statusCode()).isEqualTo(200);

        assertProblem(APP.bring(token), 401, "cityapp.already_used");
    }

    @Test
    void ofManyWithOneTokenAtOnceOneComesInAlsoThroughAnotherGateway() {
        Edge second = EDGE.another(APP.properties());
        String token = APP.token(NUMBER);

        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> bring(i % 2 == 0 ? EDGE : second, token).statusCode())
                .toList();

        assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
    }

    @Test
    void aTokenThatWasRefusedForItsPersonIsNotUsedUp() throws Exception {
        long before = APP.spent();

        assertProblem(APP.bring(APP.token("440524188001010015")), 422, "identity.id_card_check_digit");
        assertProblem(
                APP.bring(APP.token(claims(NUMBER, Instant.now()).claim("phone", "1"))), 400, "signin.phone_wrong");

        assertThat(APP.spent()).isEqualTo(before);
    }

    @Test
    void whatTheAppDidNotSignForUsNowIsRefused() throws Exception {
        Instant now = Instant.now();

<<<<<<< HEAD
        assertProblem(bring(edge, ""), 400, "cityapp.token_missing");
        assertProblem(edge.post(CityAppOutside.PATH, "{}"), 400, "cityapp.token_missing");
        assertProblem(bring(edge, "x.y.z"), 401, "cityapp.token_unreadable");
        assertProblem(bring(edge, APP.token(claims(NUMBER, now.minusSeconds(600)))), 401, "cityapp.expired");
        assertProblem(bring(edge, APP.token(claims(NUMBER, now).audience("parking"))), 401, "cityapp.audience_wrong");
        assertProblem(
                bring(
                        edge,
                        sign(
                                claims(NUMBER, now).build(),
                                freshKey("first"),
                                APP.key().getKeyID(),
                                "hand-over+jwt")),
                401,
                "cityapp.signature_wrong");
        assertProblem(bring(edge, edge.party(NUMBER).get("accessToken").asString()), 401, "cityapp.type_wrong");
    }

    @Test
    void namesOfKeysThatNobodyPublishedAreNotAskedForAgainAndAgain() {
        bring(edge, token(NUMBER));
        long before = APP.asked();

        for (int i = 0; i < 5; i++) {
            String token =
                    sign(claims(NUMBER, Instant.now()).build(), freshKey("made-up"), "made-up-" + i, "hand-over+jwt");
            assertProblem(bring(edge, token), 401, "cityapp.key_unknown");
        }

        assertThat(APP.asked() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void aNewKeyIsLearntAndOneTakenBackIsForgotten() throws Exception {
        assertThat(bring(edge, token(NUMBER)).statusCode()).isEqualTo(200);
        var old = APP.key();
        move(Duration.ofMinutes(11));
        APP.publish(freshKey("next"));

        assertThat(bring(edge, APP.token(claims(NUMBER, now()))).statusCode()).isEqualTo(200);
        assertProblem(
                bring(edge, sign(claims(NUMBER, now()).build(), old, old.getKeyID(), "hand-over+jwt")),
                401,
                "cityapp.key_unknown");
    }

    @Test
    void whileTheAppIsAwayNobodyIsLetInOnOldKeys() throws Exception {
        bring(edge, token(NUMBER));
        move(Duration.ofMinutes(22));
        APP.away();

        assertProblem(bring(edge, APP.token(claims(NUMBER, now()))), 503, "cityapp.away");
    }

    @Test
    void whereTheAppIsNotOfferedItSaysSo() {
        assertProblem(bring(Edge.shared(), token(NUMBER)), 503, "cityapp.not_offered");
    }

    @Test
    void tokensThatEndedLongAgoAreForgottenAndNothingOfAPersonIsKept() throws Exception {
        bring(edge, token(NUMBER));
        assertThat(spent()).isPositive();
        move(Duration.ofHours(2));

        bring(edge, APP.token(claims(NUMBER, now())));

        assertThat(spent()).isEqualTo(1);
        try (Connection connection = edge.database.connect();
                var rows = connection.createStatement().executeQuery("select t::text from spent_hand_over t")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(NUMBER, "演示市民", "13812345678");
            }
        }
    }

    private static void move(Duration by) throws Exception {
        Files.writeString(offset, by.toString());
    }

    private static Instant now() throws Exception {
        return Instant.now().plus(Duration.parse(Files.readString(offset)));
    }

    private static long spent() throws SQLException {
        try (Connection connection = edge.database.connect();
                var rows = connection.createStatement().executeQuery("select count(*) from spent_hand_over")) {
            rows.next();
            return rows.getLong(1);
        }
=======
        assertProblem(APP.bring(""), 400, "cityapp.token_missing");
        assertProblem(EDGE.post(CityAppOutside.PATH, "{}"), 400, "cityapp.token_missing");
        assertProblem(APP.bring("x.y.z"), 401, "cityapp.token_unreadable");
        assertProblem(APP.bring(APP.token(claims(NUMBER, now.minusSeconds(600)))), 401, "cityapp.expired");
        assertProblem(APP.bring(APP.token(claims(NUMBER, now).audience("parking"))), 401, "cityapp.audience_wrong");
        assertProblem(
                APP.bring(sign(claims(NUMBER, now).build(), freshKey("first"), APP.key().getKeyID(), "hand-over+jwt")),
                401,
                "cityapp.signature_wrong");
        assertProblem(APP.bring(EDGE.party(NUMBER).get("accessToken").asString()), 401, "cityapp.type_wrong");
>>>>>>> channels
    }
}
