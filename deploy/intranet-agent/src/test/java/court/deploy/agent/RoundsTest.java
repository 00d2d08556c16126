package court.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.agent.Sender.Sent;
import court.platform.bundle.Acknowledgement;
import court.platform.bundle.BundleFiles;
import court.platform.bundle.BundleNotes;
import court.platform.files.FileSteps;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest {

    @TempDir
    Path folder;

    private Sender sender;
    private Path inbox;
    private Path outbox;
    private Rounds rounds;
    private Settings settings;

    @BeforeEach
    void folders() throws IOException {
        sender = new Sender(folder.resolve("sender"));
        inbox = Files.createDirectories(folder.resolve("inbox"));
        outbox = folder.resolve("outbox");
        Settings plain = Agent.settings(folder.resolve("data"), sender);
        settings = new Settings(
                plain.court(),
                plain.data(),
                plain.key(),
                plain.trusted(),
                Optional.empty(),
                Optional.of(new Settings.Folders(inbox, outbox)),
                plain.poll(),
                plain.status(),
                plain.health());
        rounds = new Rounds(settings, new FileSteps(), Agent.CLOCK);
    }

    private void drop(Sent sent) throws IOException {
        Files.write(inbox.resolve(BundleFiles.content(sent.number())), sent.content());
        Files.write(inbox.resolve(BundleFiles.proof(sent.number())), sent.proof());
        Files.write(inbox.resolve(BundleFiles.note(sent.number())), sent.note());
    }

    private Sent mail() {
        return sender.send(sender.sample(UUID.randomUUID(), 0, 1, 1));
    }

    @Test
    void whatLiesInTheInboxIsTakenAndAnsweredInTheOutbox() throws IOException {
        drop(mail());

        rounds.once();

        assertThat(inbox).isEmptyDirectory();
        byte[] note = Files.readAllBytes(outbox.resolve("acknowledgement-00000001.note"));
        Acknowledgement read = BundleNotes.acknowledgement(note, List.of(sender.agentKey()));
        assertThat(read.bundles()).hasSize(1);
        assertThat(rounds.report()).contains("\"nextExpected\":2", "\"received\":1");
        assertThat(Files.readString(folder.resolve("data/report.json"))).isEqualTo(rounds.report());
    }

    @Test
    void aGapIsInTheReportUntilItIsFilled() throws IOException {
        Sent one = mail();
        Sent two = mail();
        drop(two);

        rounds.once();
        assertThat(rounds.report()).contains("\"gaps\":[{\"from\":1,\"to\":1}]", "\"cause\":\"GAP\"");

        drop(one);
        rounds.once();
        assertThat(rounds.report()).contains("\"gaps\":[]", "\"refused\":[]", "\"nextExpected\":3");
        assertThat(inbox).isEmptyDirectory();
    }

    @Test
    void aTruncatedPackageInTheInboxIsRejected() throws IOException {
        Sent sent = mail();
        drop(sent.with(java.util.Arrays.copyOf(sent.content(), 1000)));

        rounds.once();

        assertThat(rounds.report()).contains("\"rejected\":1");
        assertThat(folder.resolve("data/rejected/00000001/package.zip")).hasSize(1000);
    }

    @Test
    void aReplayInTheInboxIsTakenAwayAndChangesNothing() throws IOException {
        Sent sent = mail();
        drop(sent);
        rounds.once();
        drop(sent);

        rounds.once();

        assertThat(inbox).isEmptyDirectory();
        assertThat(rounds.report()).contains("\"received\":1", "\"lastAcknowledgement\":1");
    }

    @Test
    void withoutTheTrustedKeysItWaitsAndSaysSo() throws Exception {
        Path seal = sender.folder.resolve("seal.vkey");
        String key = Files.readString(seal);
        Files.delete(seal);

        try (StatusServer server = new StatusServer(settings, rounds::report, rounds::isReady)) {
            rounds.once();
            assertThat(get(server.healthPort(), "/actuator/health/readiness").statusCode())
                    .isEqualTo(503);
            assertThat(get(server.port(), "/status").body()).contains("seal.vkey");

            Files.writeString(seal, key);
            rounds.once();

            HttpResponse<String> ready = get(server.healthPort(), "/actuator/health/readiness");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(server.port(), "/status").body()).contains("\"nextExpected\":1");
            assertThat(get(server.port(), "/statusx").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aFaultIsInTheReportAndOverWhenItIsOver() throws IOException {
        Sent sent = mail();
        drop(sent);
        Files.delete(inbox.resolve(BundleFiles.proof(1)));

        rounds.once();
        assertThat(rounds.report()).contains("bundle-00000001.tlog-proof", "\"lastErrorAt\"");

        drop(sent);
        rounds.once();
        assertThat(rounds.report()).doesNotContain("lastError").contains("\"received\":1");
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
