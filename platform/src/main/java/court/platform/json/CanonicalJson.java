package court.platform.json;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way to write a record as JSON, so that everybody who has it computes the same fingerprint (RFC 8785).
 *
 * <p>What is not I-JSON (RFC 7493) is an {@link IllegalArgumentException}: a name twice, a lone surrogate, an infinite
 * number. So is an exact number that a double cannot hold, which the RFC would round: it belongs in a string. Messages
 * name the place, never the content.
 */
public final class CanonicalJson {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    public static String of(String json) {
        return of(read(json));
    }

    public static String of(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static JsonNode read(String json) {
        try {
            return STRICT.readTree(json);
        } catch (JacksonException e) {
            // neither message nor cause is passed on: both may quote the text, which may be about a person
            TokenStreamLocation at = e.getLocation();
            String place = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            throw new IllegalArgumentException("not I-JSON" + place);
        }
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, out);
            case ARRAY -> array(node, out);
            case STRING -> string(node.stringValue(), out);
            case NUMBER -> out.append(number(node));
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            case MISSING, BINARY, POJO -> throw new IllegalArgumentException("no JSON value: " + node.getNodeType());
        }
    }

    private static void object(JsonNode node, StringBuilder out) {
        // §3.2.3: order of UTF-16 code units, which is the order of Java strings
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(property -> sorted.put(property.getKey(), property.getValue()));
        char before = '{';
        for (Map.Entry<String, JsonNode> property : sorted.entrySet()) {
            out.append(before);
            string(property.getKey(), out);
            out.append(':');
            write(property.getValue(), out);
            before = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void array(JsonNode node, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(node.get(i), out);
        }
        out.append(']');
    }

    private static String number(JsonNode node) {
        if (!node.isIntegralNumber() && !node.isBigDecimal()) {
            return EcmaNumber.of(node.doubleValue());
        }
        BigDecimal exact = node.decimalValue();
        String text = EcmaNumber.of(exact.doubleValue());
        if (new BigDecimal(text).compareTo(exact) != 0) {
            throw new IllegalArgumentException("a number that a double cannot hold: write it as a string");
        }
        return text;
    }

    private static void string(String text, StringBuilder out) {
        if (PlainText.hasLoneSurrogate(text)) {
            throw new IllegalArgumentException("text with half a character (lone surrogate)");
        }
        out.append('"');
        text.chars().forEach(unit -> character((char) unit, out));
        out.append('"');
    }

    private static void character(char unit, StringBuilder out) {
        // §3.2.2.2
        switch (unit) {
            case '"', '\\' -> out.append('\\').append(unit);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (unit < ' ') {
                    out.append("\\u%04x".formatted((int) unit));
                } else {
                    out.append(unit);
                }
            }
        }
    }
}
