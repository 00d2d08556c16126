package court.gateway.describe;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One OpenAPI document out of several. Schemas that are the same everywhere are one; those that share only their name get
 * their service's name before it. The same input gives the same bytes, in whatever order things came.
 */
final class EdgeDescription {

    private static final String SCHEMA = "#/components/schemas/";
    private static final String CODES = "x-problem-codes";

    private EdgeDescription() {}

    /** @param parts documents by service, holding only what can be reached from outside; the title is the gateway's */
    static ObjectNode merge(Map<String, JsonNode> parts) {
        Set<String> ambiguous = ambiguous(parts);
        JsonNode own = parts.getOrDefault("gateway", JsonNodeFactory.instance.objectNode());
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("openapi", "3.1.0");
        whole.set("info", own.path("info"));
        Map<String, JsonNode> paths = new TreeMap<>();
        Map<String, JsonNode> schemas = new TreeMap<>();
        Map<String, JsonNode> codes = new TreeMap<>();
        new TreeMap<>(parts).forEach((service, part) -> {
            JsonNode named = renamed(service, part, ambiguous);
            named.path("paths").properties().forEach(it -> paths.put(it.getKey(), operations(service, it.getValue())));
            named.path("components")
                    .path("schemas")
                    .properties()
                    .forEach(it -> schemas.put(name(service, it.getKey(), ambiguous), it.getValue()));
            named.path(CODES).forEach(it -> codes.put(it.path("code").asString(), it));
        });
        whole.set("paths", object(paths));
        ObjectNode components = whole.putObject("components");
        components.set("schemas", object(schemas));
        components.set("securitySchemes", own.path("components").path("securitySchemes"));
        ArrayNode list = whole.putArray(CODES);
        codes.values().forEach(list::add);
        return whole;
    }

    private static ObjectNode object(Map<String, JsonNode> fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach(object::set);
        return object;
    }

    /** Names with different content, and names whose content names such a name: to a fixed point. */
    private static Set<String> ambiguous(Map<String, JsonNode> parts) {
        Map<String, Set<JsonNode>> contents = new LinkedHashMap<>();
        parts.values()
                .forEach(part -> part.path("components")
                        .path("schemas")
                        .properties()
                        .forEach(it -> contents.computeIfAbsent(it.getKey(), key -> new HashSet<>())
                                .add(it.getValue())));
        Set<String> names = contents.entrySet().stream()
                .filter(it -> it.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        boolean grew = !names.isEmpty();
        while (grew) {
            grew = names.addAll(contents.entrySet().stream()
                    .filter(it -> it.getValue().stream()
                            .flatMap(EdgeDescription::references)
                            .anyMatch(names::contains))
                    .map(Map.Entry::getKey)
                    .toList());
        }
        return names;
    }

    static Stream<String> references(JsonNode node) {
        if (node.isString()) {
            String text = node.stringValue();
            return text.startsWith(SCHEMA) ? Stream.of(text.substring(SCHEMA.length())) : Stream.empty();
        }
        return node.valueStream().flatMap(EdgeDescription::references);
    }

    private static JsonNode renamed(String service, JsonNode node, Set<String> ambiguous) {
        if (node.isString()) {
            String text = node.stringValue();
            return text.startsWith(SCHEMA)
                    ? StringNode.valueOf(SCHEMA + name(service, text.substring(SCHEMA.length()), ambiguous))
                    : node;
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(it -> copy.set(it.getKey(), renamed(service, it.getValue(), ambiguous)));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(it -> copy.add(renamed(service, it, ambiguous)));
            return copy;
        }
        return node;
    }

    private static String name(String service, String schema, Set<String> ambiguous) {
        return ambiguous.contains(schema)
                ? Character.toUpperCase(service.charAt(0)) + service.substring(1) + schema
                : schema;
    }

    /** Operation ids are unique within a service only. */
    private static JsonNode operations(String service, JsonNode path) {
        ObjectNode copy = path.deepCopy().asObject();
        copy.values().stream()
                .filter(JsonNode::isObject)
                .map(JsonNode::asObject)
                .filter(it -> it.has("operationId"))
                .forEach(it -> it.put(
                        "operationId", service + "_" + it.get("operationId").asString()));
        return copy;
    }
}
