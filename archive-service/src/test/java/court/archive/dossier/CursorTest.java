package court.archive.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void aCursorLeadsBackToItsPlace() {
        Cursor place = new Cursor(Instant.parse("2020-02-03T01:02:03.456789Z"), "filing", 7, UUID.randomUUID());

        assertThat(Cursor.of(place.text())).isEqualTo(place);
    }

    @Test
    void noCursorMeansTheBeginning() {
        assertThat(Cursor.of(null).time()).isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!", "MTIz", "AAAA", "2020-02-03"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.of(text)).hasMessageContaining("nextCursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999999999999999999/filing/1/018f0000-0000-7000-8000-000000000000",
                "1/fil\0ing/1/018f0000-0000-7000-8000-000000000000",
                "1/filing/1/----------------------------------36"
            })
    void aCursorThatWasTamperedWithIsRefused(String plain) {
        String text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.of(text)).hasMessageContaining("nextCursor");
    }
}
