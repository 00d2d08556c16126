package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.acceptance.Http.Sent;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong in a draft is kept as it was typed and told at once; it is refused when it is handed in. */
class BadDraftIT {

    private static final Person APPLICANT = Person.anybody("申请人甲");

    /** @param fault the code told for the field */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            negative amount     | money.negative                       | {"claim":{"kind":"MONEY","amount":"-5.00"}}
            three decimals      | money.too_precise                    | {"claim":{"kind":"MONEY","amount":"5.001"}}
            invalid id card     | identity.id_card_check_digit         | {"applicants":[{"name":"某","idType":"ID_CARD","idNumber":"110101199003070000"}]}
            invalid credit code | identity.credit_code_check_character | {"applicants":[{"name":"某","idType":"CREDIT_CODE","idNumber":"91350100M000100Y44"}]}
            an unnamed act      | form.missing                         | {"claim":{"kind":"ACT","description":"过户"}}
            an agent of nobody  | form.no_such_party                   | {"agents":[{"represents":[7]}]}
            no such day         | form.not_a_date                      | {"basis":{"effectiveOn":"2025-02-30"}}
            before 1949         | form.date_too_early                  | {"basis":{"effectiveOn":"1948-12-31"}}
            """)
    void whatIsWrongInADraftIsKeptToldAndNotHandedIn(String what, String fault, String form) {
        String token = APPLICANT.token();

        Answer kept = HTTP.post(token, "/api/v1/filings", form).ok();
        String path = "/api/v1/filings/" + kept.text("id");
        Answer refused = HTTP.post(Sent.of(token, path + "/submission").seen(kept.etag()), "");

        assertThat(kept.json().path("missing").findValuesAsString("code")).contains(fault);
        JsonNode shown = HTTP.get(token, path).ok().json().path("form");
        assertThat(holds(shown, JsonMapper.shared().readTree(form)))
                .as(shown.toString())
                .isTrue();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("filing.not_complete");
        assertThat(refused.json().path("errors").findValuesAsString("code")).contains(fault);
        assertThat(refused.body()).doesNotContain("110101199003070000", "91350100M000100Y44");
    }

    /** Whether everything that was typed is shown. */
    private static boolean holds(JsonNode shown, JsonNode typed) {
        if (typed.isObject()) {
            return typed.propertyStream().allMatch(it -> holds(shown.path(it.getKey()), it.getValue()));
        }
        return typed.isArray()
                ? IntStream.range(0, typed.size()).allMatch(i -> holds(shown.path(i), typed.get(i)))
                : typed.equals(shown);
    }
}
