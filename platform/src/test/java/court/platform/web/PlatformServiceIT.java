package court.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.platform.contract.InteractionEvent.RoomOpened;
import court.platform.inbox.FactListening;
import court.platform.inbox.Heard;
import court.platform.inbox.Inbox;
import court.platform.outbox.TraceText;
import court.platform.security.Actor;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every service gets from the platform without writing it: operations, API description, guarded paths. */
class PlatformServiceIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACEPARENT = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final TestTokens TOKENS = new TestTokens();
    private static final RealPostgres.Database DATABASE = RealPostgres.fresh();
    private static final RunningService SERVICE = RunningService.start(
            Trial.class,
            DATABASE,
            TOKENS,
            RunningService.folder("trial"),
            Map.of("court.source", "trial", "spring.config.import", "classpath:court/platform.yml"));

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({TrialController.class, TrialHandler.class})
    static class Trial {}

    @RestController
    static class TrialController {

        record Note(String text) {}

        @PostMapping("/api/v1/notes/{id}")
        Mono<Note> write(Command command, @PathVariable UUID id, @RequestBody Note note) {
            return Mono.just(note);
        }

        @GetMapping("/api/v1/notes")
        Mono<Page<Note>> list(Actor actor) {
            return Mono.just(new Page<>(List.of(), null));
        }

        @GetMapping("/internal/v1/notes")
        Mono<String> inside() {
            return Mono.just("inside");
        }
    }

    static class TrialHandler implements Inbox.Handler {

        @Override
        public Mono<Void> apply(Heard heard) {
            return heard.event() instanceof RoomOpened opened
                            && opened.caseNumber().equals("poison")
                    ? Mono.error(new IllegalStateException("cannot handle this"))
                    : Mono.empty();
        }
    }

    private static HttpResponse<String> send(String method, String path, String token, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(SERVICE.address() + path)).method(method, BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static UUID parked(String... numbers) throws SQLException {
        UUID caseId = UUID.randomUUID();
        try (var connection = DATABASE.connect();
                var insert = connection.prepareStatement(
                        "insert into parked (fact_id, case_id, body, headers, reason) values (?, ?, ?, ?, 'Trouble')")) {
            for (String number : numbers) {
                insert.setObject(1, UUID.randomUUID());
                insert.setObject(2, caseId);
                insert.setString(3, "{\"data\":{\"caseNumber\":\"" + number + "\",\"courtCode\":\"沪0117\"}}");
                insert.setString(4, "{\"ce_type\":\"RoomOpened\",\"ce_time\":\"2026-01-01T00:00:00Z\"}");
                insert.executeUpdate();
            }
        }
        return caseId;
    }

    private static String replay(UUID caseId) {
        return "/api/v1/operations/trial/parked/" + caseId + "/replay";
    }

    private static void assertCode(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).get("code").asString()).isEqualTo(code);
    }

    @Test
    void operationsSeeWhatWaitsAndLetItGoOn() throws SQLException {
        UUID caseId = parked("a", "b");

        HttpResponse<String> list = send("GET", "/api/v1/operations/trial/parked", TOKENS.operations());
        HttpResponse<String> replayed =
                send("POST", replay(caseId), TOKENS.operations(), "Idempotency-Key", "k" + caseId);

        assertThat(list.body()).contains(caseId.toString(), "Trouble");
        assertThat(replayed.statusCode()).as(replayed.body()).isEqualTo(200);
        assertThat(JSON.readTree(replayed.body()).get("waiting").asInt()).isZero();
        assertCode(
                send("POST", replay(caseId), TOKENS.operations(), "Idempotency-Key", "k2" + caseId),
                404,
                "operations.nothing_waits");
    }

    @Test
    void whatStillCannotBeHandledWaitsOnWithWhatIsBehindIt() throws SQLException {
        UUID caseId = parked("a", "poison", "behind");

        HttpResponse<String> replayed =
                send("POST", replay(caseId), TOKENS.operations(), "Idempotency-Key", "k" + caseId);

        assertThat(JSON.readTree(replayed.body()).get("waiting").asInt()).isEqualTo(2);
    }

    @Test
    void onlyOperationsDoThat() throws SQLException {
        UUID caseId = parked("a");
        String judge = TOKENS.staff("judge", "沪0117", "ENFORCEMENT_JUDGE", "SUPERVISOR");

        assertCode(send("GET", "/api/v1/operations/trial/parked", judge), 403, "access.role_missing");
        assertCode(send("POST", replay(caseId), judge, "Idempotency-Key", "k"), 403, "access.role_missing");
        assertCode(send("POST", replay(caseId), TOKENS.operations()), 400, "edge.key_missing");
        assertCode(send("GET", "/api/v1/operations/trial/parked", ""), 401, "access.sign_in_needed");
    }

    @Test
    void internalPathsAreForServicesOnly() {
        assertCode(send("GET", "/internal/v1/notes", ""), 401, "access.sign_in_needed");
        assertCode(send("GET", "/internal/v1/notes", TOKENS.operations()), 403, "access.role_missing");
        assertThat(send("GET", "/internal/v1/notes", TOKENS.service("archive")).statusCode())
                .isEqualTo(200);
        assertCode(send("GET", "/api/v1/notes", TOKENS.service("archive")), 403, "access.role_missing");
    }

    @Test
    void aProblemNamesTheTraceItsRequestCameWith() {
        HttpResponse<String> answer = send("GET", "/api/v1/notes", "", "traceparent", TRACEPARENT);

        assertThat(JSON.readTree(answer.body()).get("traceId").asString()).isEqualTo(TRACE);
    }

    @Test
    void whatFollowsFromAFactStaysInItsTrace() {
        AtomicReference<String> seen = new AtomicReference<>();
        byte[] body = "{\"data\":{\"caseNumber\":\"a\",\"courtCode\":\"沪0117\"}}".getBytes(UTF_8);
        var fact =
                new ConsumerRecord<>("court.trial.v1", 0, 0, UUID.randomUUID().toString(), body);
        Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", "RoomOpened", "traceparent", TRACEPARENT)
                .forEach((name, value) -> fact.headers().add(name, value.getBytes(UTF_8)));

        SERVICE.bean(FactListening.class)
                .take(
                        List.of(fact),
                        heard -> SERVICE.bean(TraceText.class)
                                .current()
                                .doOnNext(seen::set)
                                .then());

        assertThat(seen.get()).startsWith("00-" + TRACE + "-");
    }

    @Test
    void aPathWithTricksIsNoAddress() {
        assertCode(send("GET", "/api/v1//notes", TOKENS.operations()), 404, "edge.no_such_address");
    }

    @Test
    void theServiceDescribesItself() {
        JsonNode whole = JSON.readTree(send("GET", "/v3/api-docs", "").body());

        assertThat(whole.get("openapi").asString()).startsWith("3.1");
        assertThat(whole.at("/info/title").asString()).isEqualTo("移动微执行");
        assertThat(whole.has("servers")).isFalse();
        JsonNode write = whole.at("/paths/~1api~1v1~1notes~1{id}/post");
        assertThat(write.get("parameters")
                        .valueStream()
                        .map(it -> it.get("name").asString()))
                .containsExactlyInAnyOrder("id", "Idempotency-Key", "If-Match");
        assertThat(write.at("/security/0").has("bearer")).isTrue();
        assertThat(write.at("/responses/default/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        JsonNode list = whole.at("/paths/~1api~1v1~1notes/get");
        assertThat(list.path("parameters").size()).isZero();
        assertThat(whole.at("/components/schemas").propertyNames())
                .contains("Problem", "Note")
                .doesNotContain("Actor", "Command");
        assertThat(whole.get("paths").propertyNames())
                .contains("/api/v1/operations/trial/parked", "/api/v1/operations/trial/parked/{caseId}/replay");
        assertThat(whole.get("x-problem-codes")
                        .valueStream()
                        .map(it -> it.get("code").asString()))
                .contains("edge.broken", "access.not_yours", "operations.nothing_waits", "identity.number_missing")
                .isSorted();
    }
}
