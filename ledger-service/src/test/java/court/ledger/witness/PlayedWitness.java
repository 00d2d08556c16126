package court.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import court.platform.merkle.Proofs;
import court.platform.merkle.TreeHead;
import court.platform.note.Checkpoint;
import court.platform.note.CosigningRequest;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.note.NoteSigner;
import court.platform.note.Restoration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A witness, played: honest unless told otherwise. */
public final class PlayedWitness implements AutoCloseable {

    public enum Mood {
        HONEST,
        AWAY,
        /** Knows nothing of restorations, as c2sp.org/tlog-witness has none. */
        DEAF,
        REFUSES,
        LIES
    }

    private final HttpServer server;
    private final KeyPair pair = pair();
    private final String name;
    private final List<String> noted = new ArrayList<>();
    private TreeHead last = TreeHead.EMPTY;
    private int unreadable;
    private volatile Mood mood = Mood.HONEST;

    public PlayedWitness(String name) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.createContext("/add-checkpoint", this::answer);
        server.createContext("/add-restoration", this::note);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    public NoteKey key() {
        return NoteKey.ofWitness(name, pair.getPublic());
    }

    public void is(Mood now) {
        mood = now;
    }

    /** As if it had seen a tree from somebody else meanwhile, or nothing at all. */
    public synchronized void saw(TreeHead head) {
        last = head;
    }

    public synchronized TreeHead seen() {
        return last;
    }

    /** How often it was asked with something that is no request. */
    public synchronized int unreadable() {
        return unreadable;
    }

    /** The restorations it took note of. */
    public synchronized List<String> noted() {
        return List.copyOf(noted);
    }

    private synchronized void note(HttpExchange exchange) throws IOException {
        try (exchange) {
            String note = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            long to = Restoration.parse(note.substring(0, note.indexOf("\n\n") + 1))
                    .to()
                    .size();
            if (mood == Mood.DEAF) {
                send(exchange, 404, "no such thing\n");
            } else if (to < last.size()) {
                send(exchange, 409, last.size() + "\n");
            } else {
                noted.add(note);
                send(exchange, 200, "noted\n");
            }
        }
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (mood == Mood.AWAY) {
                return; // the connection breaks
            }
            CosigningRequest request;
            String text;
            TreeHead fresh;
            try {
                request = CosigningRequest.parse(body);
                text = request.checkpoint().substring(0, request.checkpoint().indexOf("\n\n") + 1);
                fresh = Checkpoint.parse(text).head();
            } catch (NoteRejected notOne) {
                unreadable++;
                send(exchange, 400, "not a request\n");
                return;
            }
            if (mood == Mood.REFUSES) {
                send(exchange, 422, "no\n");
            } else if (request.old() != last.size()) {
                send(exchange, 409, last.size() + "\n");
            } else if (last.size() > 0 && !Proofs.consistent(last, fresh, request.proof())) {
                send(exchange, 422, "another history\n");
            } else {
                last = fresh;
                String signed = mood == Mood.LIES ? text + "more\n" : text;
                send(
                        exchange,
                        200,
                        NoteSigner.witness(key(), pair.getPrivate(), Clock.systemUTC())
                                .line(signed));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
