package court.ledger.witness;

import court.platform.note.NoteKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whom the ledger asks, and how each of them stands, as operations see it. */
@Component
public class Witnesses {

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<WitnessClient> clients;
    private final Map<String, AtomicLong> behind = new ConcurrentHashMap<>();
    private final Map<String, String> disputes = new ConcurrentHashMap<>();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    Witnesses(WitnessSettings settings, MeterRegistry meters) {
        this.meters = meters;
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        this.clients = settings.witnesses() == null
                ? List.of()
                : settings.witnesses().values().stream()
                        .map(it -> new WitnessClient(http, it))
                        .toList();
        clients.forEach(it -> Gauge.builder(
                        "court.ledger.witness.behind",
                        behind.computeIfAbsent(it.name(), name -> new AtomicLong()),
                        AtomicLong::get)
                .tag("witness", it.name())
                .description("leaves that this witness has not put its name under")
                .register(meters));
    }

    /** The keys of all who are listed. */
    public List<NoteKey> keys() {
        return clients.stream().map(WitnessClient::key).toList();
    }

    /** Who would not put a name under the log when last asked, and why. */
    public Map<String, String> disputes() {
        return Map.copyOf(disputes);
    }

    public List<String> names() {
        return clients.stream().map(WitnessClient::name).toList();
    }

    /**
     * What a witness says to a restoration.
     *
     * @param isNoted whether it took note, or takes none of any restoration (404); if not, the text says what it holds against it
     */
    public record Answer(boolean isNoted, String text) {}

    /** Tells a witness of a restoration. Blocks. */
    public Answer tell(String witness, String statement) throws IOException, InterruptedException {
        WitnessClient client = client(witness);
        Answer answer = client.tell(statement);
        if (!answer.isNoted()) {
            refused(client, "restoration: " + answer.text());
        }
        return answer;
    }

    public void isAway(String witness, IOException how) {
        trouble(client(witness), "is away: " + how);
    }

    private WitnessClient client(String name) {
        return clients.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    List<WitnessClient> clients() {
        return clients;
    }

    void behind(WitnessClient witness, long leaves) {
        behind.computeIfAbsent(witness.name(), name -> new AtomicLong()).set(leaves);
    }

    void cosigned(WitnessClient witness) {
        disputes.remove(witness.name());
        if (troubles.remove(witness.name()) != null) {
            LOG.info("witness {} cosigns again", witness.name());
        }
    }

    /** Told once as long as it stays the same. */
    void trouble(WitnessClient witness, String what) {
        if (!what.equals(troubles.put(witness.name(), what))) {
            LOG.warn("witness {} {}", witness.name(), what);
        }
    }

    /** Either one of the two is set up wrongly, or our history is not what it was. */
    void refused(WitnessClient witness, String why) {
        Counter.builder("court.ledger.witness.refused")
                .tag("witness", witness.name())
                .description("checkpoints that a witness would not put its name under")
                .register(meters)
                .increment();
        disputes.put(witness.name(), why);
        if (!why.equals(troubles.put(witness.name(), why))) {
            LOG.error("witness {} does not cosign: {}", witness.name(), why);
        }
    }
}
