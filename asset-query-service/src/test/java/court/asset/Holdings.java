package court.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the played institutions hold of the respondents, and what they do with it when they are asked. */
final class Holdings {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, List<ObjectNode>> stock = new ConcurrentHashMap<>();

    /** What an institution holds of the respondent of a case. */
    void holds(String institution, String caseNumber, String assetId, String balance, String exemption) {
        ObjectNode asset = JSON.createObjectNode()
                .put("assetId", assetId)
                .put("kind", FakeInstitutions.KINDS.get(institution))
                .put("description", "描述 " + assetId);
        asset.put("balance", balance).put("available", balance).putArray("priorFreezes");
        if (!exemption.isEmpty()) {
            asset.put("exemption", exemption);
        }
        stock.computeIfAbsent(institution + caseNumber, it -> new ArrayList<>()).add(asset);
    }

    ObjectNode carryOut(String institution, String path, JsonNode asked, boolean refusing) {
        ObjectNode result = JSON.createObjectNode()
                .put("requestNumber", asked.get("requestNumber").asString())
                .put("institution", institution)
                .put("answeredAt", "2026-03-02T01:00:00Z");
        String holder = institution + asked.get("caseNumber").asString();
        List<ObjectNode> assets = stock.getOrDefault(holder, List.of());
        if (asked.has("subject")) {
            result.putObject("subject")
                    .put("idType", asked.get("subject").get("idType").asString())
                    .put("idNumber", asked.get("subject").get("idNumber").asString());
        }
        if (path.equals("queries")) {
            ArrayNode found = result.putArray("assets");
            assets.forEach(it -> found.add(it.deepCopy()));
            return result;
        }
        result.put("assetId", asked.get("assetId").asString());
        if (refusing) {
            return result.put("result", "REFUSED").put("reason", "账户已注销");
        }
        return path.equals("freezes")
                ? freeze(result, asked, assets)
                : result.put("result", "UNFROZEN")
                        .put("amount", asked.get("amount").asString());
    }

    private static synchronized ObjectNode freeze(ObjectNode result, JsonNode asked, List<ObjectNode> assets) {
        ObjectNode asset = assets.stream()
                .filter(it -> it.get("assetId").equals(asked.get("assetId")))
                .findFirst()
                .orElseThrow();
        var available = asset.get("available").asString();
        var left = new java.math.BigDecimal(available);
        var frozen = left.min(new java.math.BigDecimal(asked.get("amount").asString()));
        asset.put("available", left.subtract(frozen).toPlainString());
        return result.put("result", "FROZEN")
                .put("amount", frozen.toPlainString())
                .put("from", "2026-03-02")
                .put("until", asked.get("until").asString());
    }
}
