package court.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedKeysTest {

    private static final int OFFSET = 5_500;
    private static final String LEDGER = "demo/ledger+01234567+AQ+/=";
    private static final String SEAL = "demo/seal+89abcdef+AQ==";
    private static final String BUNDLES = "demo/bundles+00000000+AQ==";

    @TempDir
    private Path data;

    private final List<HttpServer> services = new ArrayList<>();
    private Place place;

    @BeforeEach
    void intranet() throws IOException {
        place = Place.of(data, OFFSET);
        new Intranet(place).create();
    }

    @AfterEach
    void stop() {
        services.forEach(it -> it.stop(0));
    }

    @Test
    void keysAreFetchedOnceAndNeverReplaced() throws IOException {
        play(Part.LEDGER, "/api/v1/ledger/key", LEDGER + "\n");
        play(Part.ARCHIVE, "/api/v1/bundles/keys", "bundles " + BUNDLES + "\nseal " + SEAL + "\n");
        new TrustedKeys(place, new Intranet(place).trust()).fetch();
        stop();
        play(Part.LEDGER, "/api/v1/ledger/key", "another+01234567+AQ==\n");
        play(Part.ARCHIVE, "/api/v1/bundles/keys", "bundles another+00000000+AQ==\nseal another+89abcdef+AQ==\n");

        new TrustedKeys(place, new Intranet(place).trust()).fetch();

        assertThat(data.resolve("intranet-trust/ledger.vkey")).hasContent(LEDGER);
        assertThat(data.resolve("intranet-trust/seal.vkey")).hasContent(SEAL);
        assertThat(data.resolve("intranet-trust/bundles.vkey")).hasContent(BUNDLES);
    }

    @Test
    void whatIsNoKeyIsNotBelieved() throws IOException {
        play(Part.LEDGER, "/api/v1/ledger/key", "<html>sign in</html>");

        assertThatThrownBy(() -> new TrustedKeys(place, new Intranet(place).trust()).fetch())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("ledger");
        assertThat(data.resolve("intranet-trust/ledger.vkey")).doesNotExist();
    }

    private void play(Part part, String path, String answer) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server =
                HttpServer.create(new InetSocketAddress(loopback, place.ports().of(part)), 0);
        server.createContext(path, exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        services.add(server);
    }
}
