package court.platform.web;

import court.platform.json.PlainText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Text as people may send it: a JSON string, without NUL and lone surrogates. */
final class EdgeText extends StdScalarDeserializer<String> {

    EdgeText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(getValueType(context), parser);
        }
        return PlainText.check(parser.getString());
    }
}
