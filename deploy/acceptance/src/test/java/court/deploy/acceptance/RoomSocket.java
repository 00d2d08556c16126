package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;

import court.deploy.acceptance.Http.Sent;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person in one room, as a client written from docs/api/socket.md keeps it: connects again whenever it is cut, goes on
 * after the last place it has, sends again what was not told to be posted. The JDK's WebSocket underneath.
 */
final class RoomSocket implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CUT = "{\"type\":\"cut\"}";

    /**
     * What somebody says next, and the same again until it is taken.
     *
     * @param to a party id or COURT; empty for all
     * @param at as {@link System#nanoTime}
     */
    record Saying(String clientMsgId, String text, String to, long at) {

        String frame() {
            return JSON.writeValueAsString(
                    to.isEmpty()
                            ? Map.of("type", "post", "clientMsgId", clientMsgId, "text", text)
                            : Map.of(
                                    "type", "post", "clientMsgId", clientMsgId, "text", text, "audience", List.of(to)));
        }
    }

    /** A saying the platform said it has. */
    record Posted(Saying saying, String messageId) {}

    final List<JsonNode> seen = new CopyOnWriteArrayList<>();
    final List<Posted> posted = new CopyOnWriteArrayList<>();
    final List<String> failures = new CopyOnWriteArrayList<>();

    private final CourtCase room;
    private final Supplier<String> token;
    private final @Nullable Function<Integer, Saying> next;
    private final long every;
    private final Thread thread;
    private volatile boolean silent;
    private volatile boolean over;
    private volatile @Nullable Saying pending;
    private long dueAt;

    /**
     * @param next what to say as the first, second … message; null for who listens only
     * @param every milliseconds between two of them
     */
    RoomSocket(CourtCase room, Supplier<String> token, @Nullable Function<Integer, Saying> next, long every) {
        this.room = room;
        this.token = token;
        this.next = next;
        this.every = every;
        this.silent = next == null;
        this.dueAt = System.nanoTime();
        this.thread = Thread.ofVirtual().start(this::stay);
    }

    /** Somebody who listens only. */
    static RoomSocket silent(CourtCase room, Supplier<String> token) {
        return new RoomSocket(room, token, null, 0);
    }

    /** Says no more; what is under way is still brought to its end. */
    void fallSilent() {
        silent = true;
    }

    boolean isDone() {
        return silent && pending == null;
    }

    private void stay() {
        while (!over) {
            try {
                connect();
            } catch (RuntimeException cut) {
                Retrying.pause(ThreadLocalRandom.current().nextInt(500, 1500)); // as meant: connect again
            } catch (AssertionError refused) {
                failures.add(refused.toString());
                return;
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void connect() throws InterruptedException {
        String ticket = ticket();
        URI door = HTTP.request(Sent.of("", room.path("/socket?ticket=" + ticket)))
                .GET()
                .build()
                .uri();
        BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        WebSocket socket = HTTP.client()
                .newWebSocketBuilder()
                .subprotocols("casegroup.v1+json")
                .buildAsync(URI.create(door.toString().replaceFirst("^http", "ws")), new Frames(frames))
                .join();
        try {
            send(socket, "{\"type\":\"hello\",\"after\":" + seen.size() + "}");
            Saying again = pending;
            if (again != null) {
                send(socket, again.frame());
            }
            talk(socket, frames);
        } finally {
            socket.abort();
        }
    }

    /** Asked for once: a crowd that does not wait holds up what it waits for. */
    private String ticket() {
        Answer answer =
                HTTP.post(Sent.of(token.get(), room.path("/socket-tickets")).under(""), "");
        if (answer.status() >= 500 || answer.status() == 429) {
            throw new IllegalStateException("again");
        }
        return answer.ok().text("ticket");
    }

    private void talk(WebSocket socket, BlockingQueue<String> frames) throws InterruptedException {
        while (!over) {
            String frame = frames.poll(50, TimeUnit.MILLISECONDS);
            if (frame != null && frame.equals(CUT)) {
                return;
            }
            if (frame != null) {
                hear(socket, JSON.readTree(frame));
            } else if (!silent && pending == null && System.nanoTime() - dueAt > 0) {
                Saying saying = Objects.requireNonNull(next).apply(posted.size() + 1);
                pending = saying;
                send(socket, saying.frame());
            }
        }
    }

    private void hear(WebSocket socket, JsonNode frame) {
        switch (frame.path("type").asString()) {
            case "entry" -> {
                keep(frame.path("entry"));
                send(socket, "{\"type\":\"ack\",\"seq\":" + seen.size() + "}");
            }
            case "posted" -> taken(frame);
            case "ping" -> send(socket, "{\"type\":\"pong\"}");
            case "problem" -> refused(frame);
            default -> {} // what a later version may say
        }
    }

    private void keep(JsonNode entry) {
        if (entry.path("seq").asLong() != seen.size() + 1) {
            failures.add("after place %d came %d"
                    .formatted(seen.size(), entry.path("seq").asLong()));
        }
        seen.add(entry);
    }

    private void taken(JsonNode frame) {
        Saying saying = Objects.requireNonNull(pending);
        if (!frame.path("clientMsgId").asString().equals(saying.clientMsgId())) {
            failures.add("told of " + frame + " instead of " + saying);
        }
        posted.add(new Posted(saying, frame.path("messageId").asString()));
        dueAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(every);
        pending = null;
    }

    /** The platform is hurt: its database may be away. Anything else is no answer to a good message. */
    private void refused(JsonNode frame) {
        int status = frame.path("problem").path("status").asInt();
        if (status < 500 && status != 401) {
            failures.add(frame.toString());
        }
        throw new IllegalStateException("again");
    }

    private static void send(WebSocket socket, String frame) {
        socket.sendText(frame, true).join();
    }

    private record Frames(BlockingQueue<String> frames, StringBuilder text) implements WebSocket.Listener {

        Frames(BlockingQueue<String> frames) {
            this(frames, new StringBuilder());
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                frames.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            frames.add(CUT);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable cut) {
            frames.add(CUT);
        }
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
    }
}
