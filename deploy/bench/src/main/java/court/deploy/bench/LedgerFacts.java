package court.deploy.bench;

import court.platform.blob.BlobStore;
import court.platform.blob.DiskBlobStore;
import court.platform.contract.FileRef;
import court.platform.contract.InteractionEvent.MessagePosted;
import court.platform.files.FileSteps;
import court.platform.json.CanonicalJson;
import court.platform.json.SealedJson;
import court.platform.json.Secret;
import court.platform.model.Digests;
import court.platform.outbox.TextDigests;
import court.platform.vault.DataKeys;
import court.platform.vault.LocalKeyPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says to the broker what rooms say: messages, sealed, in the form, size and topic that {@code interaction-service} gives them,
 * of two hundred cases. Every tenth carries a file, which is a leaf of its own.
 */
final class LedgerFacts implements AutoCloseable {

    private static final String TOPIC = "court.interaction.v1";
    private static final int CASES = 200;
    private static final int FILE_EVERY = 10;
    private static final int KEPT_BYTES = 200_000;
    private static final int SAMPLE = 1_000;
    private static final String TEXT = "请法院查询被执行人名下的车辆与银行存款，并尽快采取查封、冻结措施。谢谢法官，辛苦了。";
    private static final JsonMapper JSON = new JsonMapper();

    private final KafkaProducer<String, String> producer;
    private final SealedJson sealed;
    private final BlobStore blobs;
    private final List<UUID> cases =
            Stream.generate(UUID::randomUUID).limit(CASES).toList();
    private final List<String> digests = new ArrayList<>();
    private long told;
    private long leaves;

    /** @param folder holds the service's keys and files */
    LedgerFacts(String broker, Path folder) throws IOException {
        // as the outbox's relay sends
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "enable.idempotence", true),
                new StringSerializer(),
                new StringSerializer());
        FileSteps steps = new FileSteps();
        Path keys = folder.resolve("keys");
        DataKeys dataKeys = new DataKeys(new LocalKeyPort(keys, steps), keys, steps);
        sealed = new SealedJson(dataKeys);
        blobs = new DiskBlobStore(folder.resolve("blobs"), dataKeys, steps);
    }

    /** The same with files that lie in the store, for who reads them again. */
    void tellKeptUntil(long size) {
        while (leaves < size) {
            tell("ACT", told % FILE_EVERY == 0 ? List.of(kept(cases.get((int) (told % CASES)))) : List.of());
        }
        producer.flush();
    }

    private FileRef kept(UUID caseId) {
        byte[] bytes = new byte[KEPT_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        blobs.put(caseId, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)), bytes.length)
                .block();
        return ref(bytes.length, TextDigests.of(bytes));
    }

    /** Tells at once, until the tree will have so many leaves. */
    void tellUntil(long size) {
        while (leaves < size) {
            tell("ACT");
        }
        producer.flush();
    }

    /** Machinery, which has no leaf: everything is stored and nothing is signed. */
    void tellOperations(int many) {
        for (int i = 0; i < many; i++) {
            tell("OPERATION");
        }
        producer.flush();
    }

    /** Tells at a rate, whether what was told is entered or not. */
    void tellPaced(int perSecond, long seconds) {
        long begun = System.nanoTime();
        for (long i = 0; i < perSecond * seconds; i++) {
            LockSupport.parkNanos(begun + i * TimeUnit.SECONDS.toNanos(1) / perSecond - System.nanoTime());
            tell("ACT");
        }
        producer.flush();
    }

    /** How many leaves all that was told has. */
    long leaves() {
        return leaves;
    }

    /** Of one of the acts told first. */
    String anyDigest() {
        return digests.get(ThreadLocalRandom.current().nextInt(digests.size()));
    }

    /** An act that carries this very file. */
    void tellOf(byte[] file) {
        tell("ACT", List.of(ref(file.length, TextDigests.of(file))));
        producer.flush();
    }

    private void tell(String kind) {
        boolean hasFile = kind.equals("ACT") && told % FILE_EVERY == 0;
        tell(kind, hasFile ? List.of(ref(200_000, TextDigests.of("file " + UUID.randomUUID()))) : List.of());
    }

    private static FileRef ref(long size, Digests digests) {
        return new FileRef(UUID.randomUUID().toString(), "application/pdf", size, digests.sha256(), digests.sm3());
    }

    private void tell(String kind, List<FileRef> files) {
        UUID caseId = cases.get((int) (told % CASES));
        long sequence = told / CASES + 1;
        told++;
        ObjectNode whole = whole(caseId, kind, sequence, files);
        String body = CanonicalJson.of(whole);
        Digests of = TextDigests.of(body);
        if (kind.equals("ACT")) {
            leaves += 1 + files.size();
            if (digests.size() < SAMPLE) {
                digests.add(of.sha256());
            }
        }
        ProducerRecord<String, String> fact = new ProducerRecord<>(TOPIC, caseId.toString(), body);
        headers(whole, of).forEach((name, value) -> fact.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(fact);
    }

    private ObjectNode whole(UUID caseId, String kind, long sequence, List<FileRef> files) {
        String id = UUID.randomUUID().toString();
        String sender = UUID.nameUUIDFromBytes(caseId.toString().getBytes(StandardCharsets.US_ASCII))
                .toString();
        MessagePosted event =
                new MessagePosted(UUID.randomUUID().toString(), sender, new Secret(sender, TEXT), null, null, null);
        ObjectNode whole = JSON.createObjectNode();
        whole.put("id", id);
        whole.put("caseId", caseId.toString());
        whole.put("source", "interaction");
        whole.put("sequence", sequence);
        whole.put("type", "MessagePosted");
        whole.put("kind", kind);
        whole.put("time", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        whole.put("salt", UUID.randomUUID().toString().substring(0, 22));
        whole.putObject("actor").put("id", sender).put("kind", "PARTY");
        whole.putArray("audience").add(sender);
        whole.set("files", JSON.valueToTree(files));
        whole.set("data", sealed.tree(event, caseId, id));
        return whole;
    }

    private static Map<String, String> headers(ObjectNode whole, Digests digests) {
        return Map.ofEntries(
                Map.entry("content-type", "application/json"),
                Map.entry("ce_specversion", "1.0"),
                Map.entry("ce_id", whole.get("id").asString()),
                Map.entry("ce_source", whole.get("source").asString()),
                Map.entry("ce_type", whole.get("type").asString()),
                Map.entry("ce_subject", whole.get("caseId").asString()),
                Map.entry("ce_time", whole.get("time").asString()),
                Map.entry("ce_sequence", whole.get("sequence").asString()),
                Map.entry("ce_kind", whole.get("kind").asString()),
                Map.entry("ce_audience", whole.get("audience").get(0).asString()),
                Map.entry("ce_files", JSON.writeValueAsString(whole.get("files"))),
                Map.entry("ce_sha256", digests.sha256()),
                Map.entry("ce_sm3", digests.sm3()),
                Map.entry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
    }

    @Override
    public void close() {
        producer.close();
    }
}
