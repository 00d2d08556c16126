package court.gateway.signin;

import static court.gateway.support.CityAppOutside.bring;
import static court.gateway.support.CityAppOutside.claims;
import static court.gateway.support.CityAppOutside.freshKey;
import static court.gateway.support.CityAppOutside.sign;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import court.gateway.support.CityAppOutside;
import court.gateway.support.Edge;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose signatures are believed, for how long, and what is kept of it. */
class CityAppKeysIT {

    private static final String NUMBER = "440524188001010014";
    private static final CityAppOutside APP = CityAppOutside.shared();
    private static final Edge EDGE = APP.edge;

    @AfterEach
    void honest() {
        APP.clock(Duration.ZERO);
        APP.publish(APP.key());
    }

    @Test
    void namesOfKeysThatNobodyPublishedAreNotAskedForAgainAndAgain() {
        APP.bring(APP.token(NUMBER));
        long before = APP.asked();

        for (int i = 0; i < 5; i++) {
            String token =
                    sign(claims(NUMBER, Instant.now()).build(), freshKey("made-up"), "made-up-" + i, "hand-over+jwt");
            assertProblem(APP.bring(token), 401, "cityapp.key_unknown");
        }

        assertThat(APP.asked() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void aNewKeyIsLearntAndOneTakenBackIsForgotten() throws Exception {
        assertThat(APP.bring(APP.token(NUMBER)).statusCode()).isEqualTo(200);
        var old = APP.key();
        APP.clock(Duration.ofMinutes(11));
        APP.publish(freshKey("next"));

        assertThat(APP.bring(APP.token(NUMBER)).statusCode()).isEqualTo(200);
        assertProblem(
                APP.bring(sign(claims(NUMBER, APP.now()).build(), old, old.getKeyID(), "hand-over+jwt")),
                401,
                "cityapp.key_unknown");
    }

    @Test
    void underAClockSetBackKeysAreAskedForAnew() {
        APP.clock(Duration.ofHours(2));
        assertThat(APP.bring(APP.token(NUMBER)).statusCode()).isEqualTo(200);
        var old = APP.key();
        APP.publish(freshKey("after"));
        APP.clock(Duration.ZERO);

        assertProblem(
                APP.bring(sign(claims(NUMBER, APP.now()).build(), old, old.getKeyID(), "hand-over+jwt")),
                401,
                "cityapp.key_unknown");
        assertThat(APP.bring(APP.token(NUMBER)).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasUsedOrHadEndedIsNotGoodAgainUnderAClockSetBack() {
        String used = APP.token(NUMBER);
        String late = APP.token(NUMBER);
        assertThat(APP.bring(used).statusCode()).isEqualTo(200);
        APP.clock(Duration.ofHours(2));
        assertProblem(APP.bring(late), 401, "cityapp.expired");
        assertThat(APP.bring(APP.token(NUMBER)).statusCode()).isEqualTo(200);
        APP.clock(Duration.ZERO);

        assertProblem(APP.bring(used), 401, "cityapp.already_used");
        assertProblem(APP.bring(late), 401, "cityapp.already_used");
        assertThat(APP.bring(APP.token(NUMBER)).statusCode()).isEqualTo(200);
    }

    @Test
    void whileTheAppIsAwayNobodyIsLetInOnOldKeys() throws Exception {
        APP.bring(APP.token(NUMBER));
        APP.clock(Duration.ofMinutes(22));
        APP.away();

        assertProblem(APP.bring(APP.token(NUMBER)), 503, "cityapp.away");
    }

    @Test
    void whereTheAppIsNotOfferedItSaysSo() {
        assertProblem(bring(Edge.shared(), APP.token(NUMBER)), 503, "cityapp.not_offered");
    }

    @Test
    void tokensThatEndedLongAgoAreForgottenAndNothingOfAPersonIsKept() throws Exception {
        APP.bring(APP.token(NUMBER));
        assertThat(APP.spent()).isPositive();
        APP.clock(Duration.ofDays(31));

        APP.bring(APP.token(NUMBER));

        assertThat(APP.spent()).isEqualTo(1);
        try (Connection connection = EDGE.database.connect();
                var rows = connection.createStatement().executeQuery("select t::text from spent_hand_over t")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(NUMBER, "演示市民", "13812345678");
            }
        }
    }
}
