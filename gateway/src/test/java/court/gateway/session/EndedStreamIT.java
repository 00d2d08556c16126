package court.gateway.session;

import static court.gateway.support.Edge.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import court.gateway.support.Edge;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EndedStreamIT {

    private final Edge edge = Edge.shared();

    @Test
    void aStreamEndsWithItsReadersSessionWithinFiveSeconds() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        edge.service("interaction").on("/api/v1/cases/ended/stream", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(":open\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            over.await(30, TimeUnit.SECONDS);
        });
        JsonNode pair = edge.party(Edge.ID_NUMBER);
        HttpResponse<InputStream> stream = Edge.send(
                edge.request("/api/v1/cases/ended/stream", bearer(pair)).GET().build(), BodyHandlers.ofInputStream());
        assertThat(stream.body().read()).isEqualTo(':');

        edge.delete("/api/v1/sessions/current", bearer(pair));

        long asked = System.nanoTime();
        readToTheEnd(stream.body());
        over.countDown();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
    }

    private static void readToTheEnd(InputStream body) {
        try {
            body.readAllBytes();
        } catch (IOException cut) {
            assertThat(cut).isNotNull(); // cut off is an end, too
        }
    }
}
