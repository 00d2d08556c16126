package court.interaction.socket;

import static org.awaitility.Awaitility.await;

import court.interaction.Courthouse.OpenCase;
import court.platform.support.Caller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the room's socket that knows the protocol from its document alone; the JDK's WebSocket underneath. */
final class Socket implements WebSocket.Listener, AutoCloseable {

    /** RFC 6455 §7.1.5: the connection was lost without a word. */
    static final int CUT = 1006;

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final boolean acknowledges;
    private volatile int closed;
    private WebSocket socket;

    private Socket(boolean acknowledges) {
        this.acknowledges = acknowledges;
    }

    static String ticket(OpenCase room, Caller caller) {
        return caller.post(room.path("/socket-tickets"), Map.of())
                .json()
                .get("ticket")
                .asString();
    }

    /** Opens without a word. */
    static Socket open(String address, String path, String ticket, boolean acknowledges) {
        Socket opened = new Socket(acknowledges);
        opened.socket = HTTP.newWebSocketBuilder()
                .subprotocols("casegroup.v1+json")
                .buildAsync(URI.create(address.replaceFirst("^http", "ws") + path + "?ticket=" + ticket), opened)
                .join();
        return opened;
    }

    /** Opens, says hello and acknowledges what comes. */
    static Socket join(OpenCase room, Caller caller, long after) {
        Socket opened = open(caller.address(), room.path("/socket"), ticket(room, caller), true);
        opened.hello(after);
        return opened;
    }

    Socket hello(long after) {
        say(Map.of("type", "hello", "after", after));
        return this;
    }

    Socket say(Object frame) {
        return sayText(JSON.writeValueAsString(frame));
    }

    /** Says something to a socket that may be closed already. */
    void sayQuietly(Object frame) {
        socket.sendText(JSON.writeValueAsString(frame), true).exceptionally(gone -> socket);
    }

    Socket sayText(String frame) {
        socket.sendText(frame, true).join();
        return this;
    }

    void sayBytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            JsonNode frame = JSON.readTree(text.toString());
            text.setLength(0);
            frames.add(frame);
            if (acknowledges && isEntry(frame)) {
                from.sendText("{\"type\":\"ack\",\"seq\":" + seq(frame) + "}", true);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed = status;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable cut) {
        closed = CUT;
    }

    private static boolean isEntry(JsonNode frame) {
        return frame.get("type").asString().equals("entry");
    }

    private static long seq(JsonNode frame) {
        return frame.get("entry").get("seq").asLong();
    }

    List<JsonNode> entries() {
        return frames.stream()
                .filter(Socket::isEntry)
                .map(it -> it.get("entry"))
                .toList();
    }

    List<Long> seqs() {
        return entries().stream().map(it -> it.get("seq").asLong()).toList();
    }

    List<String> texts() {
        return entries().stream()
                .filter(it -> it.has("text"))
                .map(it -> it.get("text").asString())
                .toList();
    }

    List<JsonNode> of(String type) {
        return frames.stream()
                .filter(it -> it.get("type").asString().equals(type))
                .toList();
    }

    List<String> problems() {
        return of("problem").stream()
                .map(it -> it.get("problem").get("code").asString())
                .toList();
    }

    /** The code it was closed with, once it is. */
    int closed() {
        await().pollInterval(Duration.ofMillis(10)).atMost(SOON).until(() -> closed != 0);
        return closed;
    }

    boolean isOpen() {
        return closed == 0;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
