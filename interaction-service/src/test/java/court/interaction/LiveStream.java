package court.interaction;

import court.platform.support.Caller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reader who follows a stream by server-sent events. */
public final class LiveStream implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> entries = new CopyOnWriteArrayList<>();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final InputStream body;
    private final Thread thread;

    private LiveStream(InputStream body) {
        this.body = body;
        this.thread = Thread.ofVirtual().start(this::read);
    }

    public static LiveStream open(Caller caller, String path, String... headers) {
        try {
            HttpResponse<InputStream> response =
                    Caller.http().send(caller.request(path, headers).GET().build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("stream answered " + response.statusCode());
            }
            return new LiveStream(response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    ids.add(line.substring(3));
                } else if (line.startsWith("data:")) {
                    entries.add(JSON.readTree(line.substring(5)));
                } else if (line.startsWith(":")) {
                    comments.add(line);
                }
            }
        } catch (IOException closed) {
            comments.add("closed");
        }
    }

    public List<JsonNode> entries() {
        return entries;
    }

    public List<Long> seqs() {
        return seqs(entries);
    }

    public static List<Long> seqs(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.get("seq").asLong()).toList();
    }

    public List<String> ids() {
        return ids;
    }

    public List<String> comments() {
        return comments;
    }

    /** Whether the server ended it. */
    public boolean ended() {
        return !thread.isAlive() && !comments.contains("closed");
    }

    @Override
    public void close() {
        try {
            body.close();
            thread.join();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
