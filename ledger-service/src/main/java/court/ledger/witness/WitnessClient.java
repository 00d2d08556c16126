package court.ledger.witness;

import court.ledger.log.Cosignatures.Cosignature;
import court.platform.note.CosigningRequest;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.note.SignedNote;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks one witness (c2sp.org/tlog-witness). Blocks. */
final class WitnessClient {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LONGEST = 64 * 1024;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final HttpClient http;
    private final NoteKey key;
    private final String address;

    WitnessClient(HttpClient http, WitnessSettings.Listed listed) {
        this.http = http;
        this.key = NoteKey.parse(listed.key().strip());
        this.address = listed.address().toString().replaceAll("/+$", "");
        if (!key.isWitness()) {
            throw new IllegalArgumentException("not the key of a witness: " + listed.key());
        }
    }

    /** What it answers. */
    sealed interface Reply {

        record Cosigned(Cosignature cosignature) implements Reply {}

        /** It goes on from a tree of this size only. */
        record GoesOnFrom(long size) implements Reply {}

        record Refused(String why) implements Reply {}
    }

    NoteKey key() {
        return key;
    }

    String name() {
        return key.name();
    }

    Reply ask(CosigningRequest request) throws IOException, InterruptedException {
        Answered answered = post("/add-checkpoint", request.text());
        return reply(request.checkpoint(), answered.status(), answered.text());
    }

    /** Tells it that the log was restored from a backup. */
    Witnesses.Answer tell(String statement) throws IOException, InterruptedException {
        Answered answered = post("/add-restoration", statement);
        return new Witnesses.Answer(
                answered.status() == OK || answered.status() == NOT_FOUND,
                answered.status() + " " + answered.text().strip());
    }

    private record Answered(int status, String text) {}

    private Answered post(String path, String text) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        HttpResponse<InputStream> response = http.send(post, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new Answered(response.statusCode(), new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8));
        }
    }

    private Reply reply(String note, int status, String text) {
        if (status == OK) {
            return cosigned(note, text);
        }
        return status == CONFLICT && text.matches("(0|[1-9][0-9]{0,17})\n")
                ? new Reply.GoesOnFrom(Long.parseLong(text.strip()))
                : new Reply.Refused(status + " " + text.strip());
    }

    /** Of its lines, the one whose signature holds. */
    private Reply cosigned(String note, String lines) {
        return lines.lines()
                .map(line -> line + "\n")
                .flatMap(line -> cosignedAt(note, line).map(at -> new Cosignature(name(), line, at)).stream())
                .findFirst()
                .<Reply>map(Reply.Cosigned::new)
                .orElseGet(() -> new Reply.Refused("no cosignature of its key in the answer"));
    }

    private Optional<Instant> cosignedAt(String note, String line) {
        try {
            return SignedNote.parse((note + line).getBytes(StandardCharsets.UTF_8))
                    .cosignedAt(key);
        } catch (NoteRejected unreadable) {
            return Optional.empty();
        }
    }
}
