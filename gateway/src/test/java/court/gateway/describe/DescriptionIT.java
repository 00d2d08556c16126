package court.gateway.describe;

import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import court.gateway.support.Edge;
import court.gateway.support.StubService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DescriptionIT {

    private final Edge edge = Edge.shared();

    @Test
    void theWholeEdgeIsDescribedInOneDocument() {
        edge.services.forEach((name, service) -> service.on(
                "/v3/api-docs",
                exchange -> StubService.answer(exchange, 200, "application/json", """
                        {"paths":{"/api/v1/operations/%1$s/parked":{"get":{"operationId":"list"}},
                         "/internal/v1/%1$s":{"get":{}}},"x-problem-codes":[{"code":"%1$s.no","status":409}]}""".formatted(name))));

        var answer = edge.get("/api/v1/openapi.json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode whole = Edge.json(answer);
        assertThat(whole.get("openapi").asString()).startsWith("3.1");
        assertThat(whole.at("/info/title").asString()).isEqualTo("移动微执行");
        assertThat(whole.get("paths").propertyNames())
                .contains(
                        "/api/v1/sessions/current",
                        "/api/v1/sessions/refresh",
                        "/api/v1/sessions/staff",
                        "/api/v1/sessions/staff/callback",
                        "/api/v1/sessions/development",
                        "/api/v1/sessions/wechat",
                        "/api/v1/sessions/wechat/identity",
                        "/api/v1/organisations/{id}/handlers/{handlerId}",
                        "/api/v1/operations/filing/parked",
                        "/api/v1/operations/asset/parked")
                .noneMatch(it -> it.startsWith("/internal") || it.contains("openapi"));
        assertThat(whole.at("/components/schemas").propertyNames()).contains("Problem", "SignedIn");
        assertThat(whole.get("x-problem-codes")
                        .valueStream()
                        .map(it -> it.get("code").asString()))
                .contains("filing.no", "signin.role_unknown", "session.ended", "edge.broken", "route.answer_late")
                .isSorted();
        assertThat(whole.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        JsonNode weChat = whole.at("/paths/~1api~1v1~1sessions~1wechat/post/responses");
        assertThat(weChat.path("202").toString()).contains("\"#/components/schemas/IdentityNeeded\"");
        assertThat(weChat.path("200").toString()).contains("\"#/components/schemas/SignedIn\"");
        JsonNode me = whole.at("/paths/~1api~1v1~1sessions~1current/get");
        assertThat(me.path("parameters").size()).isZero();
        assertThat(me.at("/security/0").has("bearer")).isTrue();
        assertThat(me.at("/responses/default/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(whole.has("servers")).isFalse();
        assertThat(edge.get("/api/v1/openapi.json").body()).isEqualTo(answer.body());
    }

    @Test
    void aServiceThatIsAwayIsToldAsSuch() {
        Edge alone = edge.another(Map.of("court.peers.ledger", "http://127.0.0.1:9"));

        assertProblem(alone.get("/api/v1/openapi.json"), 503, "route.service_away");
    }
}
