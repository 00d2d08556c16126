package court.filing.filing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of an answer what says nothing. */
final class Nulls {

    private Nulls() {}

    static void remove(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.forEach(Nulls::remove);
    }
}
