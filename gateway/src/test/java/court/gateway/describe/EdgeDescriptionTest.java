package court.gateway.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EdgeDescriptionTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode part(String path, String view, String code) {
        return JSON.readTree("""
                {"openapi":"3.1.0","info":{"title":"移动微执行","version":"v1"},
                 "paths":{"%s":{"get":{"operationId":"list","responses":{"200":{"$ref":"#/components/schemas/List"},
                   "default":{"$ref":"#/components/schemas/Problem"}}}}},
                 "components":{"schemas":{
                   "Problem":{"type":"object"},
                   "List":{"type":"array","items":{"$ref":"#/components/schemas/View"}},
                   "View":{"type":"%s"}},
                  "securitySchemes":{"bearer":{"type":"http"}}},
                 "x-problem-codes":[{"code":"edge.broken","status":500},{"code":"%s","status":409}]}""".formatted(path, view, code));
    }

    private final JsonNode gateway = part("/api/v1/filings", "string", "filing.closed");
    private final JsonNode archive = part("/api/v1/cases/{id}/timeline", "integer", "dossier.sealed");
    private final ObjectNode whole = EdgeDescription.merge(Map.of("gateway", gateway, "archive", archive));

    @Test
    void schemasThatDifferGetTheirServicesNameAndSoDoThoseThatNameThem() {
        assertThat(whole.at("/components/schemas").propertyNames())
                .containsExactly("ArchiveList", "ArchiveView", "GatewayList", "GatewayView", "Problem");
        assertThat(whole.at("/components/schemas/GatewayList/items/$ref").asString())
                .isEqualTo("#/components/schemas/GatewayView");
        assertThat(whole.at("/components/schemas/GatewayView/type").asString()).isEqualTo("string");
        assertThat(whole.at("/paths/~1api~1v1~1filings/get/responses/200/$ref").asString())
                .isEqualTo("#/components/schemas/GatewayList");
    }

    @Test
    void operationIdsAreUniqueAndProblemCodesAreMergedInOrder() {
        assertThat(whole.at("/paths/~1api~1v1~1filings/get/operationId").asString())
                .isEqualTo("gateway_list");
        assertThat(whole.get("x-problem-codes")
                        .valueStream()
                        .map(it -> it.get("code").asString()))
                .containsExactly("dossier.sealed", "edge.broken", "filing.closed");
        assertThat(whole.at("/components/securitySchemes/bearer/type").asString())
                .isEqualTo("http");
    }

    @Test
    void theOrderInWhichServicesAnswerChangesNothing() {
        Map<String, JsonNode> turned = new LinkedHashMap<>();
        turned.put("gateway", gateway);
        turned.put("archive", archive);

        assertThat(EdgeDescription.merge(turned).toString()).isEqualTo(whole.toString());
    }

    @Test
    void whatTheRoutesDoNotLeadToIsLeftOutWithItsSchemas() {
        JsonNode internal = JSON.readTree("""
                {"paths":{"/internal/v1/x":{"get":{"r":{"$ref":"#/components/schemas/Secret"}}},
                          "/api/v1/cases/{id}/timeline":{"get":{"r":{"$ref":"#/components/schemas/Entry"}}},
                          "/api/v1/filings":{"get":{"r":{"$ref":"#/components/schemas/Other"}}}},
                 "components":{"schemas":{"Secret":{},"Entry":{"x":{"$ref":"#/components/schemas/Part"}},"Part":{},"Other":{}}}}""");

        ObjectNode reachable = Reachable.of("archive", internal);

        assertThat(reachable.get("paths").propertyNames()).containsExactly("/api/v1/cases/{id}/timeline");
        assertThat(reachable.at("/components/schemas").propertyNames()).containsExactlyInAnyOrder("Entry", "Part");
    }
}
