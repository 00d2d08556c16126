package court.gateway.describe;

import court.gateway.route.EdgeRoute;
import java.util.HashSet;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What of a service's description concerns people outside: the operations the routes lead to, and the schemas those name. */
final class Reachable {

    private Reachable() {}

    /** @param service a peer, or {@code gateway} for what the gateway serves itself */
    static ObjectNode of(String service, JsonNode description) {
        ObjectNode part = description.deepCopy().asObject();
        ObjectNode paths = part.withObject("paths");
        paths.properties().stream().toList().forEach(it -> {
            ObjectNode path = it.getValue().asObject();
            path.propertyNames().stream().toList().forEach(method -> keep(service, it.getKey(), method, path));
            if (path.isEmpty()) {
                paths.remove(it.getKey());
            }
        });
        ObjectNode schemas = part.withObject("components").withObject("schemas");
        schemas.retain(named(paths, schemas));
        return part;
    }

    private static void keep(String service, String path, String method, ObjectNode operations) {
        boolean reached = service.equals("gateway")
                ? path.startsWith("/api/v1/")
                : EdgeRoute.of(
                                HttpMethod.valueOf(method.toUpperCase(java.util.Locale.ROOT)),
                                PathContainer.parsePath(path))
                        .filter(route -> route.peer().equals(service))
                        .isPresent();
        if (!reached) {
            operations.remove(method);
        }
    }

    private static Set<String> named(JsonNode paths, JsonNode schemas) {
        Set<String> names = new HashSet<>();
        Set<String> next = new HashSet<>(EdgeDescription.references(paths).toList());
        while (names.addAll(next)) {
            next = new HashSet<>(names.stream()
                    .flatMap(name -> EdgeDescription.references(schemas.path(name)))
                    .toList());
        }
        return names;
    }
}
