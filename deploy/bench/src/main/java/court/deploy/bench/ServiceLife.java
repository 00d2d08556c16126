package court.deploy.bench;

import court.deploy.bench.KeptConnection.Answer;
import court.deploy.bench.KeptConnection.Request;
import court.deploy.local.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A filing played over HTTP, as an applicant's device and a filing judge's browser would. */
final class ServiceLife implements Life {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String BOUNDARY = "bench-7d1f0c2a";
    private static final String JSON = "application/json";

    private final KeptConnection connection;
    private final String form;
    private final String applicant;
    private final String judge;

    /**
     * Somebody who files.
     *
     * @param applicant bearer token
     * @param judge bearer token of who accepts
     */
    ServiceLife(KeptConnection connection, String form, String applicant, String judge) {
        this.connection = connection;
        this.form = form;
        this.applicant = applicant;
        this.judge = judge;
    }

    /** A filing and the version it has now. */
    record Held(String id, String version) {}

    @Override
    public void play(Tally tally) throws Exception {
        Held held = tally.time(Step.DRAFT, this::open);
        for (String kind : Papers.MATERIALS) {
            byte[] upload = upload(kind, Papers.material());
            Held before = held;
            held = tally.time(Step.MATERIAL, () -> attach(before, upload));
        }
        Held complete = held;
        Held submitted = tally.time(Step.SUBMISSION, () -> submit(complete));
        tally.time(Step.ACCEPTANCE, () -> accept(submitted));
        tally.lived();
    }

    Held open() throws IOException {
        Answer answer = send("", JSON, applicant, form.getBytes(StandardCharsets.UTF_8), "");
        Matcher id = ID.matcher(answer.body());
        if (!id.find()) {
            throw new Failure("No id in " + answer.body());
        }
        return new Held(id.group(1), version(answer));
    }

    Held attach(Held held, byte[] upload) throws IOException {
        String type = "multipart/form-data; boundary=" + BOUNDARY;
        return after(held, send("/" + held.id() + "/materials", type, applicant, upload, held.version()));
    }

    Held submit(Held held) throws IOException {
        return after(held, send("/" + held.id() + "/submission", JSON, applicant, new byte[0], held.version()));
    }

    Held accept(Held held) throws IOException {
        return after(held, send("/" + held.id() + "/acceptance", JSON, judge, new byte[0], held.version()));
    }

    private static Held after(Held held, Answer answer) {
        return new Held(held.id(), version(answer));
    }

    private static String version(Answer answer) {
        return answer.headers().getOrDefault("etag", "");
    }

    private Answer send(String path, String type, String token, byte[] body, String version) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", type);
        headers.put("Authorization", "Bearer " + token);
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        if (!version.isEmpty()) {
            headers.put("If-Match", version);
        }
        Answer answer = connection.send(new Request("POST", "/api/v1/filings" + path, headers, body));
        if (answer.status() / 100 != 2) {
            throw new Failure("POST " + path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    /** A document as a browser's form sends it (RFC 7578). */
    static byte[] upload(String kind, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 512);
        out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n" + kind + "\r\n--"
                        + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + kind
                        + ".png\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
        out.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
