package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;

import court.deploy.acceptance.Http.Sent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows a room's stream as a browser does: when the connection ends, it goes on after the last event it had. */
final class Follower implements AutoCloseable {

    private final CourtCase room;
    private final Supplier<String> token;
    private final List<Long> ids = new CopyOnWriteArrayList<>();
    private final List<JsonNode> seen = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::follow);
    private volatile boolean over;
    private volatile @Nullable InputStream open;

    private Follower(CourtCase room, Supplier<String> token) {
        this.room = room;
        this.token = token;
    }

    static Follower of(CourtCase room, Supplier<String> token) {
        Follower follower = new Follower(room, token);
        follower.thread.start();
        return follower;
    }

    List<Long> ids() {
        return List.copyOf(ids);
    }

    List<JsonNode> seen() {
        return List.copyOf(seen);
    }

    /** Cuts the connection, as a tunnel on the way to work does. */
    void cut() {
        InputStream stream = open;
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException alreadyClosed) {
                return;
            }
        }
    }

    private void follow() {
        while (!over) {
            try {
                connect();
            } catch (IOException cut) {
                // as meant: connect again
            } catch (InterruptedException stop) {
                return;
            }
            pause();
        }
    }

    private void connect() throws IOException, InterruptedException {
        var request = HTTP.request(Sent.of(token.get(), room.path("/stream")).under(""));
        if (!ids.isEmpty()) {
            request.header("Last-Event-ID", Long.toString(ids.getLast()));
        }
        HttpResponse<InputStream> answer = HTTP.client().send(request.GET().build(), BodyHandlers.ofInputStream());
        try (InputStream stream = answer.body();
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            open = stream;
            if (answer.statusCode() == 200) {
                read(lines);
            }
        }
    }

    private void read(BufferedReader lines) throws IOException {
        String id = "";
        for (String line = lines.readLine(); line != null && !over; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("data:")) {
                seen.add(JsonMapper.shared().readTree(line.substring(5)));
                ids.add(Long.parseLong(id));
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over = true;
        cut();
        thread.interrupt();
    }
}
