package court.filing.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.filing.upload.TusClient.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Photographed pages put together as one document. */
class CompositionIT {

    private final TusClient applicant = UploadPlace.person("110101199003070134");
    private String filing = "";
    private String first = "";
    private String second = "";

    @BeforeEach
    void pages() throws IOException {
        filing = applicant.draft();
        first = attach("第一页.jpg", picture("jpg"));
        second = attach("第二页.png", picture("png"));
    }

    @Test
    void picturesBecomeOneDocumentAndStayAsItsOriginals() {
        Answer made = compose("判决书", second, first);

        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"4\"");
        var materials = applicant.filing(filing).body().path("materials");
        assertThat(materials).hasSize(3);
        var document = materials.get(2);
        assertThat(document.path("name").asString()).isEqualTo("判决书.pdf");
        assertThat(document.path("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(document.path("madeFrom").valueStream().map(it -> it.asString()))
                .containsExactly(second, first);
        assertThat(document.at("/scan/state").asString()).isEqualTo("CLEAN");
        String content = filing + "/materials/" + document.path("id").asString() + "/content";
        assertThat(applicant.send("GET", content, new byte[0]).response().body())
                .startsWith("%PDF-");
    }

    @Test
    void aPageStaysAsLongAsADocumentIsMadeFromIt() {
        compose("判决书", first, second);

        Answer refused = applicant.send(
                "DELETE",
                filing + "/materials/" + first,
                new byte[0],
                "If-Match",
                "\"4\"",
                "Idempotency-Key",
                "delete-" + first);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("filing.in_a_composition");
    }

    @Test
    void onlyAttachedPicturesNamedOnceCanBePutTogether() {
        assertThat(compose("判决书").code()).isEqualTo("filing.pages_missing");
        assertThat(compose("判决书", first, first).code()).isEqualTo("filing.pages_missing");
        assertThat(compose("判决书", first, "nowhere").code()).isEqualTo("filing.no_such_material");
        assertThat(compose(" ", first).code()).isEqualTo("filing.name_missing");
        String text = attach("说明.txt", "说明".getBytes(UTF_8));
        assertThat(compose("判决书", first, text).code()).isEqualTo("filing.not_a_picture");
        assertThat(UploadPlace.person("310117198001010019")
                        .send("POST", filing + "/materials/composition", body("判决书", first), json())
                        .status())
                .isEqualTo(404);
    }

    private Answer compose(String name, String... pages) {
        return applicant.send(
                "POST",
                filing + "/materials/composition",
                body(name, pages),
                "Content-Type",
                "application/json",
                "If-Match",
                applicant.filing(filing).header("ETag"));
    }

    private static String[] json() {
        return new String[] {"Content-Type", "application/json", "If-Match", "\"1\""};
    }

    private static byte[] body(String name, String... pages) {
        String list = Stream.of(pages).map(it -> "\"" + it + "\"").collect(Collectors.joining(","));
        return "{\"kind\":\"执行依据\",\"name\":\"%s\",\"pages\":[%s]}"
                .formatted(name, list)
                .getBytes(UTF_8);
    }

    private String attach(String name, byte[] bytes) {
        Answer done = applicant.patch(applicant.begun(filing, name, bytes.length), 0, bytes);
        assertThat(done.status()).as(done.response().body()).isEqualTo(204);
        return done.header("Upload-Material");
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
