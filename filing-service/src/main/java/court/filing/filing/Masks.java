package court.filing.filing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hides what a reviewer need not see of a form at first glance: contact data, accounts, the middle of numbers (rule RE7).
 * They are shown by {@code POST /api/v1/filings/{id}/contacts}, for a reason.
 */
final class Masks {

    private static final String HIDDEN = "（已隐去）";

    private Masks() {}

    /** Masks a form in place. */
    static void hide(JsonNode node) {
        if (node instanceof ObjectNode object) {
            hide(object, "idNumber", 6, 4);
            hide(object, "phone", 3, 4);
            hide(object, "address", 0, 0);
            hide(object, "email", 0, 0);
            if (object.get("account") instanceof ObjectNode account) {
                hide(account, "number", 0, 4);
            }
        }
        node.forEach(Masks::hide);
    }

    private static void hide(ObjectNode object, String field, int head, int tail) {
        JsonNode value = object.get(field);
        if (value == null || !value.isString()) {
            return;
        }
        object.put(field, masked(value.asString(), head, tail));
    }

    static String masked(String text, int head, int tail) {
        int hidden = text.length() - head - tail;
        return tail == 0 || hidden < 1
                ? HIDDEN
                : text.substring(0, head) + "*".repeat(hidden) + text.substring(text.length() - tail);
    }
}
