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
    }
}
