package court.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The public keys that somebody apart believes, an intranet or a witness, fetched once, when it is set up, and never again: a key that came later could be
 * anybody's. In a court somebody carries them over by hand.
 */
final class TrustedKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final Path folder;
    private final URI ledger;
    private final URI archive;

    /** @param folder where who believes them looks for them */
    TrustedKeys(Place place, Path folder) {
        this.folder = folder;
        this.ledger = URI.create(place.ports().url(Part.LEDGER) + "/api/v1/ledger/key");
        this.archive = URI.create(place.ports().url(Part.ARCHIVE) + "/api/v1/bundles/keys");
    }

    /** Fetches what an intranet believes and what is not there yet. Both services must be ready. */
    void fetch() {
        fetchLedger();
        if (!there("seal") || !there("bundles")) {
            Map<String, String> keys = ask(archive)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .filter(pair -> pair.length == 2)
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            keep("seal", keys.getOrDefault("seal", ""));
            keep("bundles", keys.getOrDefault("bundles", ""));
        }
    }

    /** Fetches the ledger's alone. */
    void fetchLedger() {
        if (!there("ledger")) {
            keep("ledger", ask(ledger).strip());
        }
    }

    private boolean there(String name) {
        return Files.exists(file(name));
    }

    private void keep(String name, String key) {
        if (there(name)) {
            return;
        }
        // name+id+key in one line, c2sp.org/signed-note
        if (!key.matches("[^+\\s]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]+")) {
            throw new Failure("No public key called " + name + " was given out: " + key);
        }
        Text.write(file(name), key + "\n");
    }

    private Path file(String name) {
        return folder.resolve(name + ".vkey");
    }

    private static String ask(URI address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new Failure(address + " gave no keys (" + answer.statusCode() + "): " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot fetch the public keys from " + address, e);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted", stop);
        }
    }
}
