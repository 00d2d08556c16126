package court.interaction.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.outbox.TextDigests;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FileIT {

    private static final byte[] RECEIPT = "收据：人民币一千元整".getBytes(UTF_8);

    private final OpenCase open = Courthouse.openCase();
    private final String files = open.path("/files");

    @Test
    void aFileIsFetchedByWhomItWasAddressedToAndNobodyElse() {
        open.release("r1");
        Answer posted = open.party("a1").upload(files, "收据.txt", RECEIPT, Map.of("audience", "COURT", "text", "请查收"));
        assertThat(posted.status()).isEqualTo(201);
        JsonNode entry = last(open.judge());
        String path = files + "/" + entry.get("file").get("id").asString() + "/content";

        assertThat(entry.get("kind").asString()).isEqualTo("FILE");
        assertThat(entry.get("text").asString()).isEqualTo("请查收");
        assertThat(entry.get("file").get("name").asString()).isEqualTo("收据.txt");
        assertThat(entry.get("file").get("sha256").asString())
                .isEqualTo(TextDigests.of(RECEIPT).sha256());
        assertThat(open.judge().get(path).body()).isEqualTo(RECEIPT);
        assertThat(open.party("a1").get(path).body()).isEqualTo(RECEIPT);
        assertThat(open.party("a2").get(path).code()).isEqualTo("access.not_yours");
        assertThat(open.party("r1").get(path).code()).isEqualTo("access.not_yours");
        assertThat(open.party("stranger").get(path).code()).isEqualTo("access.not_yours");
        assertThat(open.judge()
                        .get(files + "/" + UUID.randomUUID() + "/content")
                        .code())
                .isEqualTo("access.not_yours");
    }

    @Test
    void nothingIsReceivedFromWhoIsNoMember() {
        Answer refused = open.party("r1").upload(files, "收据.txt", RECEIPT, Map.of());

        assertThat(refused.code()).isEqualTo("access.not_yours");
        assertThat(Courthouse.blobs(open.id())).doesNotExist();
        open.party("a1").upload(files, "收据.txt", RECEIPT, Map.of());
        assertThat(Courthouse.blobs(open.id())).isDirectory();
    }

    @Test
    void aFileIsNotFetchedThroughAnotherCase() {
        open.party("a1").upload(files, "收据.txt", RECEIPT, Map.of());
        String id = last(open.judge()).get("file").get("id").asString();
        OpenCase other = Courthouse.openCase();

        assertThat(other.judge().get(other.path("/files/" + id + "/content")).status())
                .isEqualTo(404);
    }

    @Test
    void aPartOfAFileIsGiven() {
        open.party("a1").upload(files, "收据.txt", RECEIPT, Map.of());
        String path = files + "/" + last(open.judge()).get("file").get("id").asString() + "/content";

        Answer part = open.judge().get(path, "Range", "bytes=0-2");

        assertThat(part.status()).isEqualTo(206);
        assertThat(new String(part.body(), UTF_8)).isEqualTo("收");
    }

    @Test
    void theFactCarriesTheFilesFingerprintsAndNoName() {
        open.party("a1").upload(files, "收据.txt", RECEIPT, Map.of());

        String body = Courthouse.rows(
                        "select body from outbox where type = 'MessagePosted' and case_id = '" + open.id() + "'")
                .getFirst();

        assertThat(body)
                .contains(
                        "\"sha256\":\"" + TextDigests.of(RECEIPT).sha256(),
                        TextDigests.of(RECEIPT).sm3())
                .contains("\"mediaType\":\"text/plain\"", "\"fileName\":{\"sealed\":")
                .doesNotContain("收据");
    }

    @Test
    void theSameUploadAgainIsOneMessage() {
        String key = UUID.randomUUID().toString();

        Answer first = open.party("a1").upload(key, files, "收据.txt", RECEIPT, Map.of("text", "请查收"));
        Answer again = open.party("a1").upload(key, files, "收据.txt", RECEIPT, Map.of("text", "请查收"));
        Answer other = open.party("a1").upload(key, files, "收据.txt", "另一份".getBytes(UTF_8), Map.of("text", "请查收"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.code()).isEqualTo("edge.key_reused");
        assertThat(open.judge().get(open.path("/messages")).json().get("items")).hasSize(1);
    }

    @Test
    void badFilesAreRefusedWithAReason() throws IOException {
        Caller sender = open.party("a1");

        assertThat(sender.upload(files, "a.txt", new byte[0], Map.of()).code()).isEqualTo("blob.empty_file");
        assertThat(sender.upload(files, "a.pdf", RECEIPT, Map.of()).code()).isEqualTo("blob.not_what_it_says");
        assertThat(sender.upload(files, "a.exe", RECEIPT, Map.of()).code()).isEqualTo("blob.type_not_taken");
        assertThat(sender.upload(files, "a.pdf", lockedPdf(), Map.of()).code()).isEqualTo("blob.password_protected");
        assertThat(sender.upload(files, "a.txt", RECEIPT, Map.of("audience", "x"))
                        .code())
                .isEqualTo("message.not_in_room");
        assertThat(sender.upload(files, "a.txt", RECEIPT, Map.of("audience", ""))
                        .code())
                .isEqualTo("message.audience_empty");
        assertThat(sender.upload(files, "a.txt", RECEIPT, Map.of("text", " ")).code())
                .isEqualTo("message.text_missing");
        assertThat(sender.upload(files, "a.txt", RECEIPT, Map.of("seq", "1")).code())
                .isEqualTo("edge.unknown_field");
        assertThat(sender.post(files, Map.of()).status()).isEqualTo(415);
        assertThat(open.judge().get(open.path("/messages")).json().get("items")).isEmpty();
    }

    private JsonNode last(Caller caller) {
        return caller.get(open.path("/messages"))
                .json()
                .get("items")
                .valueStream()
                .toList()
                .getLast();
    }

    private static byte[] lockedPdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
