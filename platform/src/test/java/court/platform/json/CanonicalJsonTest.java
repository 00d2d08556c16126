package court.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class CanonicalJsonTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void theSampleOfTheRfcComesOutAsTheRfcSays() {
        // RFC 8785 §3.2.2 and the result of §3.2.3
        String sample = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";

        assertThat(CanonicalJson.of(sample))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void namesAreSortedByUtf16CodeUnits() {
        // RFC 8785 §3.2.3: the emoji's first surrogate sorts before U+FB33, though its code point is higher
        String sample = """
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }""";

        String names = JsonMapper.shared().readTree(CanonicalJson.of(sample)).values().stream()
                .map(JsonNode::stringValue)
                .collect(Collectors.joining("|"));

        assertThat(names)
                .isEqualTo("Carriage Return|One|Control|Latin Small Letter O With Diaeresis|Euro Sign|"
                        + "Emoji: Grinning Face|Hebrew Letter Dalet With Dagesh");
    }

    @Test
    void objectsInsideListsAreSortedToo() {
        assertThat(CanonicalJson.of("[56, {\"d\": true, \"10\": null, \"1\": [ ], \"a\": {}}]"))
                .isEqualTo("[56,{\"1\":[],\"10\":null,\"a\":{},\"d\":true}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":[1e21,0.1,-0.0,{\"z\":\"\\u001f\\u007f\\ud83d\\ude00\",\"案\":null}],\"a\":\"\\\\\\\"\"}",
                "[295147905179352830000,9007199254740992,-9007199254740991]",
                "\"文\"",
                "true"
            })
    void writingTwiceChangesNothing(String json) {
        String once = CanonicalJson.of(json);

        assertThat(CanonicalJson.of(once)).isEqualTo(once);
    }

    @Test
    void controlCharactersHaveTheirShortFormOrFourSmallHexDigits() {
        assertThat(CanonicalJson.of(NODES.stringNode("\b\t\n\f\r\u0000\u001b\u007f/\"\\")))
                .isEqualTo("\"\\b\\t\\n\\f\\r\\u0000\\u001b\u007f/\\\"\\\\\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "[{\"b\":{\"a\":1,\"\\u0061\":2}}]",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "{\"\\ud83d\":1}",
                "1e400",
                "9007199254740993",
                "NaN",
                "{} {}",
                "{\"a\":}",
                "[1,]",
                "'a'",
                ""
            })
    void whatIsNotIJsonIsRefused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(json));
    }

    @Test
    void aRefusalDoesNotQuoteWhatWasSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.of("{\"secret\":1,\n\"secret\":2}"))
                .withMessageContaining("line 2")
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @Test
    void exactNumbersADoubleCannotHoldAreRefusedNotRounded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.of(NODES.numberNode(9_007_199_254_740_993L)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.of(NODES.numberNode(new BigDecimal("9999999999999999.99"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.of(NODES.numberNode(BigInteger.TEN.pow(400))));
        assertThat(CanonicalJson.of(NODES.numberNode(new BigDecimal("12.50")))).isEqualTo("12.5");
    }

    @Test
    void whatIsNoJsonValueIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(NODES.missingNode()));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(NODES.pojoNode(new Object())));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(NODES.binaryNode(new byte[1])));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(NODES.numberNode(Double.NaN)));
    }
}
