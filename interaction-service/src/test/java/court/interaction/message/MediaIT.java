package court.interaction.message;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.support.Caller.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Pictures, recordings and films in the room. */
class MediaIT {

    private static final Path SAMPLES = Path.of("../platform/src/test/resources/media");

    private final OpenCase open = Courthouse.openCase();
    private final String files = open.path("/files");

    @ParameterizedTest
    @CsvSource({
        "cover.jpg, cover.jpeg, PICTURE, image/jpeg",
        "bare.mp3, 语音.mp3, AUDIO, audio/mpeg",
        "plain.m4a, 语音.m4a, AUDIO, audio/mp4",
        "plain.m4a, 其实是声音.mp4, AUDIO, audio/mp4",
        "upright.mp4, 其实是录像.m4a, VIDEO, video/mp4",
    })
    void aFilesContentDecidesWhatItIs(String sample, String name, String kind, String mediaType) throws IOException {
        JsonNode entry = sent(sample, name);

        assertThat(entry.get("kind").asString()).isEqualTo(kind);
        assertThat(entry.get("file").get("mediaType").asString()).isEqualTo(mediaType);
        assertThat(entry.get("file").get("name").asString()).isEqualTo(name);
    }

    @Test
    void aFileThatLiesIsRefused() throws IOException {
        for (String name : new String[] {"照片.png", "照片.mp4", "照片.pdf"}) {
            assertThat(open.party("a1")
                            .upload(files, name, sample("cover.jpg"), Map.of())
                            .code())
                    .isEqualTo("blob.not_what_it_says");
        }
    }

    @Test
    void aFilmTellsHowLongAndHowLargeItIs() throws IOException {
        JsonNode film = sent("upright.mp4", "现场.mp4").get("file");

        assertThat(film.get("durationMillis").asLong()).isEqualTo(1_000);
        assertThat(film.get("width").asInt()).isEqualTo(32);
        assertThat(film.get("height").asInt()).isEqualTo(64);
        assertThat(film.has("poster")).isFalse();
        assertThat(open.judge().get(path(film) + "/poster").code()).isEqualTo("blob.not_found");
    }

    @Test
    void theCoverOfARecordingIsGivenToItsReadersOnly() throws IOException {
        Answer posted = open.party("a1").upload(files, "语音.m4a", sample("cover.m4a"), Map.of("audience", "COURT"));
        assertThat(posted.status()).isEqualTo(201);
        JsonNode file = open.entries(open.judge()).getLast().get("file");

        Answer poster = open.judge().get(path(file) + "/poster");

        assertThat(file.get("poster").get("mediaType").asString()).isEqualTo("image/jpeg");
        assertThat(poster.body()).isEqualTo(sample("cover.jpg"));
        assertThat(poster.header("content-type")).isEqualTo("image/jpeg");
        assertThat(open.party("a2").get(path(file) + "/poster").code()).isEqualTo("access.not_yours");
    }

    @Test
    void aPlayerSeeksInAFilm() throws IOException {
        byte[] bytes = sample("upright.mp4");
        String path = path(sent("upright.mp4", "现场.mp4").get("file")) + "/content";

        Answer middle = open.judge().get(path, "Range", "bytes=100-199");
        Answer tail = open.judge().get(path, "Range", "bytes=-50");
        Answer beyond = open.judge().get(path, "Range", "bytes=" + bytes.length + "-");

        assertThat(middle.status()).isEqualTo(206);
        assertThat(middle.header("content-range")).isEqualTo("bytes 100-199/" + bytes.length);
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(bytes, 100, 200));
        assertThat(tail.body()).isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 50, bytes.length));
        assertThat(beyond.status()).isEqualTo(416);
    }

    private JsonNode sent(String sample, String name) throws IOException {
        Answer answer = open.party("a1").upload(files, name, sample(sample), Map.of());
        assertThat(answer.status()).as(answer.code()).isEqualTo(201);
        return open.entries(open.judge()).getLast();
    }

    private String path(JsonNode file) {
        return files + "/" + file.get("id").asString();
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(SAMPLES.resolve(name));
    }
}
