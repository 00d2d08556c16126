package court.interaction.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.outbox.TextDigests;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import court.platform.support.RunningService;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that come to a room in parts: tus 1.0, then a message that names the upload. */
class RoomUploadIT {

    private final OpenCase open = Courthouse.openCase();
    private final String uploads = open.path("/uploads");
    private final Caller sender = open.party("a1");
    private final byte[] recording = recording(300_000);

    @Test
    void aCutFileGoesOnAtAnotherProcessAndIsSentByAMessage() throws Exception {
        String upload = begun(sender, "现场录音.mp3", recording.length);
        assertThat(patch(sender, upload, 0, Arrays.copyOf(recording, 100_000)).statusCode())
                .isEqualTo(204);
        try (RunningService elsewhere = Courthouse.start(Map.of())) {
            Caller other = sender.at(elsewhere.address());
            assertThat(offset(other, upload)).isEqualTo(100_000);
            assertThat(patch(other, upload, 100_000, Arrays.copyOfRange(recording, 100_000, recording.length))
                            .statusCode())
                    .isEqualTo(204);
        }

        Answer sent = send(sender, upload, Map.of("text", "请听", "audience", List.of("COURT")));

        assertThat(sent.status()).as(sent.code()).isEqualTo(201);
        JsonNode entry = open.entries(open.judge()).getLast();
        assertThat(entry.get("kind").asString()).isEqualTo("AUDIO");
        assertThat(entry.get("text").asString()).isEqualTo("请听");
        assertThat(entry.get("file").get("name").asString()).isEqualTo("现场录音.mp3");
        assertThat(entry.get("file").get("sha256").asString())
                .isEqualTo(TextDigests.of(recording).sha256());
        String content = open.path("/files/" + entry.get("file").get("id").asString() + "/content");
        assertThat(open.judge().get(content).body()).isEqualTo(recording);
        assertThat(open.party("a2").get(content).code()).isEqualTo("access.not_yours");
        assertThat(partial(upload)).doesNotExist();
        assertThat(Courthouse.rows(
                        "select body from outbox where type = 'MessagePosted' and case_id = '" + open.id() + "'"))
                .first()
                .asString()
                .contains(TextDigests.of(recording).sm3())
                .doesNotContain("现场");
    }

    @Test
    void nobodyElseCreatesContinuesSeesOrSendsIt() throws Exception {
        String upload = whole(sender);
        for (Caller other : List.of(open.party("a2"), open.judge(), open.party("r1"), open.party("stranger"))) {
            assertThat(tus(other, "HEAD", upload, new byte[0]).statusCode()).isEqualTo(404);
            assertThat(patch(other, upload, 0, new byte[] {1}).statusCode()).isEqualTo(404);
            assertThat(tus(other, "DELETE", upload, new byte[0]).statusCode()).isEqualTo(404);
            assertThat(send(other, upload, Map.of()).code()).isEqualTo("access.not_yours");
        }
        for (Caller outside : List.of(open.party("r1"), open.party("stranger"))) {
            assertThat(begin(outside, "a.mp3", 5).statusCode()).isEqualTo(404);
            assertThat(outside.get(uploads).code()).isEqualTo("access.not_yours");
        }
        assertThat(open.party("a2").get(uploads).json()).isEmpty();
        assertThat(sender.get(uploads).json()).hasSize(1);
        assertThat(offset(sender, upload)).isEqualTo(recording.length);
    }

    @Test
    void itBelongsToItsCase() throws Exception {
        String upload = whole(sender);
        OpenCase other = Courthouse.openCase();
        String person = open.key("a1");
        Courthouse.execute("insert into membership (case_id, member, role, party_id, court) values ('" + other.id()
                + "', '" + person + "', 'APPLICANT', 'a1', '')");

        Answer foreign = sender.post(other.path("/messages"), Map.of("upload", id(upload)));

        assertThat(foreign.code()).isEqualTo("access.not_yours");
        assertThat(tus(sender, "HEAD", other.path("/uploads/" + id(upload)), new byte[0])
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void itIsSentOnceHoweverOftenAndAtOnce() throws Exception {
        String upload = whole(sender);
        Callable<Answer> sending = () -> send(sender, upload, Map.of("clientMsgId", "c-1"));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(java.util.Collections.nCopies(6, sending));
        }

        assertThat(send(sender, upload, Map.of("clientMsgId", "c-1")).json().get("messageId"))
                .isEqualTo(open.entries(sender).getLast().get("messageId"));
        assertThat(send(sender, upload, Map.of()).code()).isEqualTo("upload.expired");
        assertThat(send(sender, upload, Map.of("clientMsgId", "c-2")).code()).isEqualTo("upload.expired");
        assertThat(open.entries(open.judge())).hasSize(1);
    }

    @Test
    void whatIsNotWholeIsNotSent() throws Exception {
        String upload = begun(sender, "录音.mp3", recording.length);
        patch(sender, upload, 0, Arrays.copyOf(recording, 1_000));

        assertThat(send(sender, upload, Map.of()).code()).isEqualTo("upload.not_whole");
        assertThat(offset(sender, upload)).isEqualTo(1_000);
    }

    @Test
    void aFileThatLiesIsNotSent() throws Exception {
        byte[] lie = "不是录音".getBytes(UTF_8);
        String upload = begun(sender, "录音.mp3", lie.length);
        patch(sender, upload, 0, lie);

        assertThat(send(sender, upload, Map.of()).code()).isEqualTo("blob.not_what_it_says");
        assertThat(open.entries(open.judge())).isEmpty();
    }

    @Test
    void whatIsRefusedAsAMessageCanBeSentRightly() throws Exception {
        String upload = whole(sender);

        assertThat(send(sender, upload, Map.of("audience", List.of("r1"))).code())
                .isEqualTo("message.not_in_room");
        assertThat(send(sender, upload, Map.of()).status()).isEqualTo(201);
    }

    @Test
    void whatIsGivenUpOrTooOldIsGone() throws Exception {
        String upload = whole(sender);
        assertThat(tus(sender, "DELETE", upload, new byte[0]).statusCode()).isEqualTo(204);
        assertThat(partial(upload)).doesNotExist();
        assertThat(send(sender, upload, Map.of()).code()).isEqualTo("upload.expired");

        String old = whole(sender);
        Courthouse.execute(
                "update room_upload set expires_at = now() - interval '1 minute' where id = '" + id(old) + "'");
        assertThat(send(sender, old, Map.of()).code()).isEqualTo("upload.expired");
        Courthouse.service().bean(ClearRoomUploadsTask.class).clear().block(Duration.ofSeconds(20));
        assertThat(partial(old)).doesNotExist();
    }

    @Test
    void whatCannotBecomeAFileIsRefusedBeforeAByteComes() throws Exception {
        assertThat(begin(sender, "a.exe", 5).statusCode()).isEqualTo(415);
        assertThat(begin(sender, "a.mp3", 200L * 1024 * 1024 + 1).statusCode()).isEqualTo(413);
        assertThat(begin(sender, "a.mp3", 200L * 1024 * 1024).statusCode()).isEqualTo(201);
        assertThat(begin(sender, "", 5).statusCode()).isEqualTo(422);
    }

    @Test
    void aPartMayComeByPost() throws Exception {
        String upload = begun(sender, "录音.mp3", recording.length);

        HttpResponse<String> part = tus(
                sender,
                "POST",
                upload,
                recording,
                "X-HTTP-Method-Override",
                "PATCH",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream");

        assertThat(part.statusCode()).as(part.body()).isEqualTo(204);
        assertThat(send(sender, upload, Map.of()).status()).isEqualTo(201);
    }

    private String whole(Caller by) throws Exception {
        String upload = begun(by, "录音.mp3", recording.length);
        assertThat(patch(by, upload, 0, recording).statusCode()).isEqualTo(204);
        return upload;
    }

    private HttpResponse<String> begin(Caller by, String name, long length) throws Exception {
        String told = "filename " + Base64.getEncoder().encodeToString(name.getBytes(UTF_8));
        return tus(by, "POST", uploads, new byte[0], "Upload-Metadata", told, "Upload-Length", Long.toString(length));
    }

    private String begun(Caller by, String name, long length) throws Exception {
        HttpResponse<String> answer = begin(by, name, length);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> patch(Caller by, String upload, long offset, byte[] bytes) throws Exception {
        return tus(
                by,
                "PATCH",
                upload,
                bytes,
                "Upload-Offset",
                Long.toString(offset),
                "Content-Type",
                "application/offset+octet-stream");
    }

    private static long offset(Caller by, String upload) throws Exception {
        return tus(by, "HEAD", upload, new byte[0])
                .headers()
                .firstValueAsLong("Upload-Offset")
                .orElseThrow();
    }

    private static HttpResponse<String> tus(Caller by, String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var request = by.request(path, "Tus-Resumable", "1.0.0")
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Caller.http().send(request.build(), BodyHandlers.ofString());
    }

    private Answer send(Caller by, String upload, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("upload", id(upload));
        return by.post(open.path("/messages"), body);
    }

    private static String id(String upload) {
        return upload.substring(upload.lastIndexOf('/') + 1);
    }

    private Path partial(String upload) {
        return Courthouse.blobs(open.id())
                .getParent()
                .resolveSibling("partial")
                .resolve(open.id().toString())
                .resolve(UUID.fromString(id(upload)).toString());
    }

    /** A sample, as long as it has to be: players skip what follows the last frame. */
    private static byte[] recording(int length) {
        try {
            return Arrays.copyOf(
                    Files.readAllBytes(Path.of("../platform/src/test/resources/media/cover3.mp3")), length);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
