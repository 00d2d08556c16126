package court.gateway.route;

import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.gateway.support.Edge;
import court.gateway.support.HeardLog;
import court.gateway.support.StubService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Services that are slow, gone, or streaming; bodies that are too large. The time-out of ordinary routes is 3 s here. */
class BackendIT {

    private final Edge edge = Edge.shared();
    private final String[] token = bearer(edge.party(Edge.ID_NUMBER));

    @Test
    void anOrdinaryAnswerThatComesTooLateIsAProblem() {
        edge.service("archive").on("/api/v1/cases/slow/timeline", StubService.silentFor(8000, it -> {}));

        long start = System.nanoTime();
        HttpResponse<String> answer = edge.get("/api/v1/cases/slow/timeline", token);

        assertProblem(answer, 504, "route.answer_late");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(2900), Duration.ofMillis(7900));
    }

    /** No hidden limit stands between a busy morning and a service. */
    @Test
    void sixtyAtOnceAreAllAnswered() throws InterruptedException {
        edge.service("asset").on("/api/v1/cases/many/freezes", StubService.silentFor(1000, it -> {}));
        Callable<Integer> one =
                () -> edge.get("/api/v1/cases/many/freezes", token).statusCode();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(60, one)).stream().map(Future::resultNow))
                    .hasSize(60)
                    .containsOnly(200);
        }
    }

    @Test
    void anUploadMayTakeLongerThanAnOrdinaryAnswer() {
        edge.service("filing").on("/api/v1/filings/slow/materials", StubService.silentFor(4000, it -> {}));

        HttpResponse<String> answer = edge.post("/api/v1/filings/slow/materials", "{}", token);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aDownloadMayTakeLongerThanAnOrdinaryAnswer() {
        edge.service("interaction").on("/api/v1/cases/1/files/slow", StubService.silentFor(4000, it -> {}));

        assertThat(edge.get("/api/v1/cases/1/files/slow", token).statusCode()).isEqualTo(200);
    }

    @Test
    void aStreamFlowsAtOnceAndLongerThanAnOrdinaryAnswer() throws IOException, InterruptedException {
        CountDownLatch more = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        edge.service("interaction").on("/api/v1/cases/1/stream", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try {
                exchange.getResponseBody().write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                more.await(10, TimeUnit.SECONDS);
                Thread.sleep(4000);
                for (int i = 2; i < 200; i++) {
                    exchange.getResponseBody().write(("data: " + i + "\n\n").getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    Thread.sleep(50);
                }
            } catch (IOException left) {
                gone.countDown();
            }
        });

        HttpResponse<InputStream> answer =
                Edge.send(edge.request("/api/v1/cases/1/stream", token).GET().build(), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: 1");
            more.countDown();
            lines.readLine();
            assertThat(lines.readLine()).isEqualTo("data: 2");
        }

        // and who leaves is gone for the service too
        assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServiceThatIsNotThereIsAProblemAndTheBreakerSparesIt() {
        Edge broken = edge.another(Map.of("court.peers.ledger", "http://127.0.0.1:9"));
        for (int i = 0; i < 12; i++) {
            assertProblem(broken.get("/api/v1/ledger/checkpoint"), 503, "route.service_away");
        }
        assertThat(broken.get("/api/v1/filings", token).statusCode()).isEqualTo(200);
    }

    @Test
    void theBreakerOpensForTheOneServiceAlsoForMessagesAndClosesWhenItIsBack() throws InterruptedException {
        Edge own = edge.another(Map.of());
        StubService interaction = edge.service("interaction");
        interaction.on("/api/v1/cases/slow/room", StubService.silentFor(5000, it -> {}));
        interaction.on("/api/v1/cases/slow/messages", StubService.silentFor(4000, it -> {}));
        AtomicInteger taken = new AtomicInteger();
        List<Thread> threads = new ArrayList<>(IntStream.range(0, 12)
                .mapToObj(i -> Thread.startVirtualThread(() -> own.get("/api/v1/cases/slow/room", token)))
                .toList());
        threads.add(Thread.startVirtualThread(() ->
                taken.set(own.post("/api/v1/cases/slow/messages", "{}", token).statusCode())));
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(taken)
                .as("a message may take longer than an ordinary answer")
                .hasValue(200);
        long before = interaction.heard.size();

        assertProblem(own.get("/api/v1/cases/1/room", token), 503, "route.service_away");
        assertProblem(own.post("/api/v1/cases/1/messages", "{}", token), 503, "route.service_away");

        assertThat(interaction.heard).hasSize((int) before);
        assertThat(own.get("/api/v1/filings", token).statusCode()).isEqualTo(200);
        Thread.sleep(5200);
        assertThat(own.post("/api/v1/cases/1/messages", "{}", token).statusCode())
                .isEqualTo(200);
        assertThat(own.get("/api/v1/cases/1/room", token).statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestIsNeverSentTwice() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                while (!rude.isClosed()) {
                    try (Socket socket = rude.accept()) {
                        if (socket.getInputStream().read(new byte[8192]) > 0) {
                            requests.incrementAndGet();
                        }
                        socket.setSoLinger(true, 0);
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            Edge own = edge.another(Map.of("court.peers.filing", "http://127.0.0.1:" + rude.getLocalPort()));

            assertProblem(own.post("/api/v1/filings", "{}", token), 503, "route.answer_lost");
            assertProblem(own.get("/api/v1/filings", token), 503, "route.answer_lost");

            assertThat(requests).hasValue(2);
        }
    }

    @Test
    void aBodyTooLargeIsRefusedWithAndWithoutALengthAndNotSent() {
        byte[] large = new byte[1024 * 1024 + 1];
        Arrays.fill(large, (byte) ' ');
        long before = edge.service("filing").count("/api/v1/filings/large");

        for (var body : new java.net.http.HttpRequest.BodyPublisher[] {
            BodyPublishers.ofByteArray(large),
            BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))
        }) {
            assertProblem(
                    Edge.send(
                            edge.request("/api/v1/filings/large", token)
                                    .header("Content-Type", "application/json")
                                    .POST(body)
                                    .build(),
                            BodyHandlers.ofString()),
                    413,
                    "edge.body_too_large");
        }
        // nor does calling it a form help
        assertProblem(
                Edge.send(
                        edge.request("/api/v1/filings/large", token)
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofByteArray(large))
                                .build(),
                        BodyHandlers.ofString()),
                413,
                "edge.body_too_large");
        assertThat(edge.service("filing").count("/api/v1/filings/large")).isEqualTo(before);
    }

    @Test
    void aBodyTooLargeIsOneLineWithoutATrace() {
        try (HeardLog log = new HeardLog(SizeFilter.class)) {
            assertProblem(upload("/api/v1/filings/told", new byte[64 * 1024], 17), 413, "edge.body_too_large");

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !log.lines("/api/v1/filings/told").isEmpty());
            await().during(Duration.ofSeconds(1)).until(() -> log.loud().isEmpty());
            assertThat(log.lines("/api/v1/filings/told")).hasSize(1);
        }
    }

    @Test
    void anUploadPassesUpToItsOwnLimitWithoutBeingHeld() {
        byte[] chunk = new byte[64 * 1024];
        HttpResponse<String> passes = upload("/api/v1/filings/big/materials", chunk, 100 * 16);

        assertThat(passes.statusCode()).isEqualTo(200);
        assertThat(edge.service("filing").last("/api/v1/filings/big/materials").bytes())
                .isEqualTo(100L * 1024 * 1024);
    }

    @Test
    void anUploadBeyondItsLimitIsRefused() {
        byte[] chunk = new byte[64 * 1024];

        assertProblem(upload("/api/v1/cases/1/files", chunk, 202 * 16), 413, "edge.body_too_large");
    }

    /** Chunked, so that the length is not told beforehand. */
    private HttpResponse<String> upload(String path, byte[] chunk, int times) {
        return Edge.send(
                edge.request(path, token)
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofByteArrays(java.util.Collections.nCopies(times, chunk)))
                        .build(),
                BodyHandlers.ofString());
    }
}
