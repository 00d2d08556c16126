package court.deploy.simulators.institution;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers as they must never be believed; the books stay right. */
final class WrongReply {

    private static final int TOO_LARGE = 300_000;
    private static final BigDecimal MUCH = new BigDecimal("1000000000.00");

    private WrongReply() {}

    static ObjectNode of(Behaviour behaviour, ObjectNode right) {
        ObjectNode reply = right.deepCopy();
        switch (behaviour) {
            case WRONG_SCHEMA ->
                reply.put("institution", 0).put("assets", "none").put("result", "PERHAPS");
            case TOO_LARGE -> reply.put("padding", "0".repeat(TOO_LARGE));
            case WRONG_REQUEST -> reply.put("requestNumber", "never-asked");
            case WRONG_SUBJECT -> wrongSubject(reply);
            case WRONG_AMOUNT -> wrongAmount(reply);
            default -> {}
        }
        return reply;
    }

    private static void wrongSubject(ObjectNode reply) {
        if (reply.get("subject") instanceof ObjectNode subject) {
            subject.put("idNumber", "310101199009090037");
        } else {
            reply.put("assetId", "of-somebody-else");
        }
    }

    private static void wrongAmount(ObjectNode reply) {
        raise(reply, "amount");
        for (JsonNode asset : reply.path("assets")) {
            raise((ObjectNode) asset, "available");
        }
    }

    private static void raise(ObjectNode node, String field) {
        if (node.has(field)) {
            BigDecimal amount = new BigDecimal(node.get(field).stringValue());
            node.put(field, amount.add(MUCH).toPlainString());
        }
    }
}
