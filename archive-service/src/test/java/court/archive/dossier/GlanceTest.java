package court.archive.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlanceTest {

    @Test
    void aReadableFactShowsWhoActedAndItsFiles() {
        Glance glance = Glance.at(entry("""
                {"actor":{"id":"songjiang-judge-1","kind":"STAFF"},"files":[{},{}],
                 "data":{"object":"filing","objectId":"7"}}"""));

        assertThat(glance).isEqualTo(new Glance("songjiang-judge-1", "STAFF", "filing", "7", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"actor\":7,\"files\":\"x\",\"data\":null}", "\0"})
    void anUnreadableOneShowsNothing(String body) {
        assertThat(Glance.at(entry(body))).isEqualTo(new Glance(null, null, null, null, 0));
    }

    private static Entry entry(String body) {
        Instant time = Instant.EPOCH;
        return new Entry(
                UUID.randomUUID(), "filing", 1, "CaseAccepted", time, body.getBytes(UTF_8), "", "", time, false);
    }
}
