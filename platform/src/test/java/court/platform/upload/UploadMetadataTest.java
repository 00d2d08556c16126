package court.platform.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.model.Refused;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class UploadMetadataTest {

    /** The example of the tus 1.0.0 specification, "Upload-Metadata". */
    @Test
    void theSpecificationsOwnExampleIsRead() {
        UploadMetadata read = UploadMetadata.parse("filename d29ybGRfZG9taW5hdGlvbl9wbGFuLnBkZg==,is_confidential");

        assertThat(read.values()).isEqualTo(Map.of("filename", "world_domination_plan.pdf", "is_confidential", ""));
    }

    @Test
    void chineseNamesComeBackAsTheyWere() {
        UploadMetadata told = new UploadMetadata(Map.of("filename", "判决书（𠮷）.pdf", "kind", "执行依据"));

        assertThat(UploadMetadata.parse(told.text())).isEqualTo(told);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void nothingToldIsNothing(String header) {
        assertThat(UploadMetadata.parse(header).values()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename !!!",
                "filename 5L2g, filename 5L2g",
                "文件名 5L2g",
                "filename  5L2g",
                ",",
                "a 5L2g b",
                "filename /w==",
                "filename 5L2"
            })
    void garbageIsRefused(String header) {
        assertThatThrownBy(() -> UploadMetadata.parse(header))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(UploadRefusal.METADATA_UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "1.0", "x", "", "9999999999999999999"})
    void aLengthThatIsNoneIsRefused(String text) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(Tus.LENGTH, text);

        assertThatThrownBy(() -> Tus.length(headers)).hasMessageContaining("Upload-Length");
        assertThatThrownBy(() -> Tus.offset(headers)).hasMessageContaining("Upload-Offset");
    }

    @Test
    void anExpiryIsAnHttpDate() {
        assertThat(Tus.date(Instant.parse("2014-06-25T16:00:00Z"))).isEqualTo("Wed, 25 Jun 2014 16:00:00 GMT");
    }

    @ParameterizedTest
    @EnumSource(UploadRefusal.class)
    void eachRefusalIsAChineseSentence(UploadRefusal refusal) {
        assertThat(refusal.because("1").detail()).matches("[\\s\\S]*\\p{IsHan}[\\s\\S]*。");
    }
}
