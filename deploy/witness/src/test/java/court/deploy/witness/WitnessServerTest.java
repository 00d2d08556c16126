package court.deploy.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.files.FileSteps;
import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessServerTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final NoteSigner logKey = TestLog.signer(TestLog.ORIGIN);
    private Memory memory;
    private WitnessServer server;
    private NoteKey key;

    @BeforeEach
    void start() throws IOException {
        KeyPair pair = TestLog.pair();
        key = NoteKey.ofWitness("example.com/w", pair.getPublic());
        memory = Memory.open(folder, new FileSteps(), key);
        Witness witness = new Witness(
                new Logs(Map.of(TestLog.ORIGIN, List.of(logKey.key()))),
                memory,
                NoteSigner.witness(key, pair.getPrivate(), Clock.systemUTC()));
        server = new WitnessServer(Settings.of(settings("SERVER_PORT", "0")), witness, key.vkey());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        memory.close();
    }

    private static Map<String, String> settings(String name, String value) {
        Map<String, String> all = new HashMap<>(Map.of(
                "COURT_WITNESS_NAME", "example.com/w",
                "COURT_WITNESS_KEY", "key",
                "COURT_WITNESS_LOGS", "logs",
                "COURT_WITNESS_DATA", "data",
                "MANAGEMENT_SERVER_PORT", "0"));
        all.put(name, value);
        return all;
    }

    private HttpResponse<String> send(String path, HttpRequest.Builder request) throws Exception {
        return HTTP.send(
                request.uri(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> add(byte[] body) throws Exception {
        return send("/add-checkpoint", HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void aLogIsAnsweredOverHttp() throws Exception {
        TestLog log = new TestLog(logKey).grow("a", "b");

        HttpResponse<String> cosigned = add(log.request(0));
        HttpResponse<String> conflict = add(log.grow("c").request(0));

        assertThat(cosigned.statusCode()).isEqualTo(200);
        assertThat(cosigned.body()).startsWith("\u2014 example.com/w ").endsWith("\n");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.headers().firstValue("content-type")).contains("text/x.tlog.size");
        assertThat(conflict.body()).isEqualTo("2\n");
        assertThat(send("/key", HttpRequest.newBuilder()).body()).isEqualTo(key.vkey() + "\n");
    }

    @Test
    void whatIsNoRequestOfALogIsRefused() throws Exception {
        assertThat(add(new byte[0]).statusCode()).isEqualTo(400);
        assertThat(add(new byte[64 * 1024 + 1]).statusCode()).isEqualTo(413);
        assertThat(send("/add-checkpoint", HttpRequest.newBuilder()).statusCode())
                .isEqualTo(405);
        assertThat(send("/other", HttpRequest.newBuilder()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsMissingIsNamedAtTheStart() {
        for (String name :
                List.of("COURT_WITNESS_NAME", "COURT_WITNESS_KEY", "COURT_WITNESS_LOGS", "COURT_WITNESS_DATA")) {
            assertThatThrownBy(() -> Settings.of(settings(name, ""))).hasMessageContaining(name);
        }
        assertThatThrownBy(() -> Settings.of(settings("SERVER_PORT", "x"))).hasMessageContaining("SERVER_PORT");
        assertThatThrownBy(() -> Logs.read(folder)).hasMessageContaining("no log to watch");
    }
}
