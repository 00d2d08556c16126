package court.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.platform.contract.CourtEvent;
import court.platform.contract.FactSamples;
import court.platform.contract.FileRef;
import court.platform.json.CanonicalJson;
import court.platform.json.SealedJson;
import court.platform.model.Uuid7;
import court.platform.outbox.TextDigests;
import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The archive as it runs, one for all tests: facts are spoken to it by hand, its peers are played. */
public final class RunningArchive {

    public static final RunningArchive ARCHIVE = new RunningArchive();
    public static final String COURT = "沪0117";
    public static final String APPLICANT = "11111111-1111-4111-8111-111111111111";

    private static final JsonMapper JSON = new JsonMapper();

    public final StubPeers peers = new StubPeers();
    public final PlayedServices played = new PlayedServices(this);
    public final TestTokens tokens = new TestTokens();
    public final RunningService service;
    private final Path folder = RunningService.folder("archive");
    private final RealPostgres.Database database = RealPostgres.fresh();
    private final KafkaProducer<String, byte[]> producer;
    private final WebTestClient web;

    private RunningArchive() {
        RealBroker.topics("court.filing.v1", "court.interaction.v1", "court.asset.v1", "court.dossier.v1");
        Map<String, Object> properties = new HashMap<>(peers.properties());
        properties.put("court.seal.quiet", "500ms");
        service = RunningService.start(ArchiveApplication.class, database, tokens, folder, properties);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealBroker.address()), new StringSerializer(), new ByteArraySerializer());
        web = WebTestClient.bindToServer()
                .baseUrl(service.address())
                .responseTimeout(Duration.ofSeconds(20))
                .codecs(it -> it.defaultCodecs().maxInMemorySize(256 * 1024 * 1024))
                .build();
    }

    /** Where its keys and blobs lie. */
    public Path folder() {
        return folder;
    }

    /** A fact as it was spoken, to be spoken again. */
    public record Told(UUID id, String source, long sequence, String kind, ProducerRecord<String, byte[]> record) {

        public String body() {
            return new String(record.value(), StandardCharsets.UTF_8);
        }

        public String row() {
            return "{\"factId\":\"%s\",\"kind\":\"%s\",\"sequence\":%d,\"sent\":true,\"index\":0}"
                    .formatted(id, kind, sequence);
        }
    }

    /** The golden sample of this type. */
    public static CourtEvent sample(String type) {
        return FactSamples.all().stream()
                .filter(it -> it.getClass().getSimpleName().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Speaks a sample fact the way its service does. */
    public Told speak(UUID caseId, String source, long sequence, String type, String... audience) {
        return speak(Instant.now(), caseId, source, sequence, sample(type), audience);
    }

    public Told speak(Instant time, UUID caseId, String source, long sequence, CourtEvent event, String... audience) {
        return speak(time, caseId, source, sequence, event, List.of(), audience);
    }

    public Told speak(
            Instant time,
            UUID caseId,
            String source,
            long sequence,
            CourtEvent event,
            List<FileRef> files,
            String... audience) {
        UUID id = Uuid7.at(time);
        ObjectNode body = JSON.createObjectNode();
        body.put("id", id.toString()).put("caseId", caseId.toString()).put("source", source);
        body.putObject("actor").put("id", "somebody").put("kind", "STAFF");
        if (files.isEmpty()) {
            body.putArray("files").addObject().put("id", "f");
        } else {
            body.putPOJO("files", files);
        }
        body.set("data", JSON.readTree(service.bean(SealedJson.class).write(event, caseId, id.toString())));
        byte[] bytes = CanonicalJson.of(JSON.writeValueAsString(body)).getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>("court." + source + ".v1", caseId.toString(), bytes);
        header(record, "ce_id", id.toString());
        header(record, "ce_source", source);
        header(record, "ce_sequence", Long.toString(sequence));
        header(record, "ce_type", event.getClass().getSimpleName());
        header(record, "ce_kind", event.kind().name());
        header(record, "ce_time", time.toString());
        header(record, "ce_audience", String.join(",", audience));
        header(record, "ce_sha256", TextDigests.of(bytes).sha256());
        send(record);
        return new Told(id, source, sequence, event.kind().name(), record);
    }

    public static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A fresh case of the court with a judge and an applicant, known to the archive. */
    public UUID openCase() {
        UUID caseId = Uuid7.at(Instant.now());
        open(caseId);
        return caseId;
    }

    public List<Told> open(UUID caseId) {
        List<Told> told = List.of(
                speak(caseId, "filing", 1, "FilingSubmitted", APPLICANT), speak(caseId, "filing", 2, "JudgeAssigned"));
        await().atMost(Duration.ofSeconds(30)).until(() -> rows("membership", "case_id", caseId) == 2);
        await().atMost(Duration.ofSeconds(30)).until(() -> rows("entry", "case_id", caseId) == 2);
        return told;
    }

    public String judge() {
        return tokens.staff("songjiang-judge-1", COURT, "ENFORCEMENT_JUDGE");
    }

    public String applicant() {
        return tokens.party("a".repeat(64));
    }

    public WebTestClient.ResponseSpec get(String token, String path) {
        return web.get().uri(path).headers(it -> it.setBearerAuth(token)).exchange();
    }

    public String json(String token, String path) {
        byte[] body = get(token, path)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8);
    }

    /** The refusal with what differs from call to call taken out. */
    public String refusal(String token, String path, int status) {
        var result = get(token, path).expectBody().returnResult();
        assertThat(result.getStatus()).isEqualTo(HttpStatusCode.valueOf(status));
        ObjectNode problem = (ObjectNode) JSON.readTree(result.getResponseBody());
        problem.remove("traceId");
        return problem.toString();
    }

    public void entered(int count, UUID caseId) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(rows("entry", "case_id", caseId)).isEqualTo(count));
    }

    public int rows(String table, String column, UUID value) {
        return Integer.parseInt(query("select count(*) from " + table + " where " + column + " = '" + value + "'")
                .getFirst());
    }

    public List<String> query(String sql) {
        return database.rows(sql);
    }

    public void execute(String sql) {
        database.execute(sql);
    }
}
