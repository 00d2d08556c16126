package court.archive.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {

    private static final long BROKER_TIME = 1_580_700_000_000L;

    @Test
    void theBytesAreKeptAsTheyCame() {
        byte[] body = {'{', 0, (byte) 0xff, (byte) 0xc3, '}'};

        Arrival arrival = Arrival.of(record("key", body, Map.of()));

        assertThat(HexFormat.of().parseHex(arrival.body())).isEqualTo(body);
    }

    @Test
    void headersAreReadAndKept() {
        UUID fact = UUID.randomUUID();
        UUID caseId = UUID.randomUUID();

        Arrival arrival = Arrival.of(record(
                caseId.toString(),
                "{}".getBytes(UTF_8),
                Map.of(
                        "ce_id", fact.toString(),
                        "ce_source", "filing",
                        "ce_sequence", "3",
                        "ce_type", "CaseAccepted",
                        "ce_time", "2020-02-03T01:02:03.456789Z",
                        "ce_audience", "p1,p2")));

        assertThat(arrival.factId()).isEqualTo(fact);
        assertThat(arrival.caseId()).isEqualTo(caseId);
        assertThat(arrival.source()).isEqualTo("filing");
        assertThat(arrival.sequence()).isEqualTo(3);
        assertThat(arrival.time()).isEqualTo(Instant.parse("2020-02-03T01:02:03.456789Z"));
        assertThat(arrival.audience()).containsExactly("p1", "p2");
        assertThat(arrival.headers()).contains("[\"ce_source\",\"ZmlsaW5n\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "-1000000-01-01T00:00:00Z", "+1000000-01-01T00:00:00Z"})
    void anUnusableTimeIsTheBrokers(String time) {
        Arrival arrival = Arrival.of(record("key", new byte[0], Map.of("ce_time", time)));

        assertThat(arrival.time()).isEqualTo(Instant.ofEpochMilli(BROKER_TIME));
    }

    @Test
    void nothingAtAllArrivesToo() {
        Arrival arrival = Arrival.of(record(null, null, Map.of()));

        assertThat(arrival.body()).isEmpty();
        assertThat(arrival.register()).isEqualTo(Register.DOSSIER);
    }

    @Test
    void headersWithoutValueOrWithUnstorableTextDoNoHarm() {
        var record = record("key", new byte[0], Map.of("ce_type", "a\0b", "ce_audience", "p\0,p2"));
        record.headers().add("ce_source", null);

        Arrival arrival = Arrival.of(record);

        assertThat(arrival.type()).isEmpty();
        assertThat(arrival.source()).isEmpty();
        assertThat(arrival.audience()).containsExactly("p2");
    }

    @ParameterizedTest
    @CsvSource({"ACT,DOSSIER", "ACCESS,ACCESSES", "OPERATION,NONE", "UNHEARD_OF,DOSSIER"})
    void theKindDecidesTheBook(String kind, Register register) {
        assertThat(Arrival.of(record("key", new byte[0], Map.of("ce_kind", kind)))
                        .register())
                .isEqualTo(register);
    }

    private static ConsumerRecord<String, byte[]> record(
            @Nullable String key, byte @Nullable [] body, Map<String, String> headers) {
        RecordHeaders all = new RecordHeaders();
        headers.forEach((name, value) -> all.add(name, value.getBytes(UTF_8)));
        return new ConsumerRecord<>(
                "court.filing.v1",
                0,
                0,
                BROKER_TIME,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                body,
                all,
                java.util.Optional.empty());
    }
}
