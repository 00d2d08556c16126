package court.gateway.signin;

import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Edge.claim;
import static court.gateway.support.Edge.json;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.gateway.support.Edge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevelopmentSignInIT {

    private static final String PATH = "/api/v1/sessions/development";
    private final Edge edge = Edge.shared();

    private String idOf(String idNumber) {
        return json(edge.get("/api/v1/sessions/current", bearer(edge.party(idNumber))))
                .get("id")
                .asString();
    }

    @Test
    void theSamePersonHasTheSameAccountHoweverTheNumberIsTyped() {
        assertThat(idOf("11010519491231002x")).isEqualTo(idOf(" 11010519491231002X "));
        assertThat(idOf("440524188001010014")).isNotEqualTo(idOf("11010519491231002X"));
    }

    @Test
    void nothingOfAPersonButThePseudonymIsStored() {
        edge.party("11010519491231002X");

        List<String> stored = edge.database.everything();

        assertThat(stored).anyMatch(it -> it.contains("PARTY"));
        assertThat(stored)
                .noneMatch(
                        it -> it.contains("11010519491231002") || it.contains("演示申请人") || it.contains("13800000000"));
    }

    @ParameterizedTest(name = "RF8: {0} is refused as {2}")
    @CsvSource({
        "110105194912310021, ID_CARD, 422, identity.id_card_check_digit",
        "123, ID_CARD, 422, identity.id_card_form",
        "91350100M000100Y43, CREDIT_CODE, 422, signin.id_type_not_for_sign_in",
        "松江村民委员会, OTHER, 422, signin.id_type_not_for_sign_in",
        "1, LIBRARY_CARD, 400, edge.wrong_value"
    })
    void anIdentityThatCannotBeRightIsRefused(String number, String type, int status, String code) {
        assertProblem(edge.post(PATH, claim(number).replace("ID_CARD", type)), status, code);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertProblem(edge.post(PATH, "{}"), 400, "signin.name_missing");
        assertProblem(edge.post(PATH, "{\"name\":\"甲\",\"phone\":\"1\"}"), 400, "signin.phone_wrong");
        assertProblem(edge.post(PATH, "{\"name\":\"甲\",\"phone\":\"13800000000\"}"), 400, "signin.id_type_missing");
        assertProblem(edge.post(PATH, claim("1").replace("演", "\\u0000")), 422, "text.nul_character");
        assertProblem(edge.post(PATH, ""), 400, "edge.body_missing");
    }

    @Test
    void productionDoesNotStartWithIt() {
        assertThatThrownBy(() -> edge.another(Map.of("spring.profiles.active", "production")))
                .rootCause()
                .hasMessageContaining("not in production");
    }
}
