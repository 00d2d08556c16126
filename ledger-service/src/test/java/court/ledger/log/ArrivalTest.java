package court.ledger.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.ledger.TestFact;
import court.platform.contract.FileRef;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ArrivalTest {

    private static final FileRef FILE = TestFact.file("a file");
    private static final TestFact FACT =
            TestFact.act(UUID.randomUUID(), 1).to("p1", "p2").with(FILE);

    private static ConsumerRecord<String, byte[]> with(String header, String value) {
        ConsumerRecord<String, byte[]> record = FACT.heard();
        record.headers().remove(header);
        record.headers().add(header, value.getBytes(UTF_8));
        return record;
    }

    @Test
    void aSoundFactHasNoFlaw() {
        Arrival arrival = Arrival.of(FACT.heard());

        assertThat(arrival.flaws()).isEmpty();
        assertThat(arrival.factId()).isEqualTo(FACT.id());
        assertThat(arrival.caseId()).isEqualTo(FACT.caseId());
        assertThat(arrival.heading().audience()).isEqualTo("p1,p2");
        assertThat(arrival.files()).containsExactly(FILE);
    }

    @Test
    void theDigestsAreThoseOfTheBytesThatCameNotThoseThatWereClaimed() {
        Arrival arrival = Arrival.of(with("ce_sha256", "00".repeat(32)));

        assertThat(arrival.flaws()).containsExactly(Flaw.DIGESTS_DIFFER);
        assertThat(arrival.digests()).isEqualTo(Arrival.of(FACT.heard()).digests());
    }

    @Test
    void aRecordWithNothingInItIsKeptUnderAnIdOfItsOwn() {
        Arrival arrival = Arrival.of(new ConsumerRecord<>("topic", 0, 0, null, null));

        assertThat(arrival.flaws())
                .containsExactly(Flaw.HEADERS_UNREADABLE, Flaw.DIGESTS_DIFFER, Flaw.FILES_UNREADABLE);
        assertThat(arrival.factId())
                .isEqualTo(Arrival.of(new ConsumerRecord<>("topic", 1, 7, null, null))
                        .factId());
        assertThat(arrival.heading().hasLeaf()).isTrue();
    }

    @Test
    void aListOfFilesThatIsNoneCostsNoFact() {
        for (String files : new String[] {
            "", "null", "{}", "[null]", "[1]", "[{\"sha256\":\"x\"}]", "[{\"sha256\":null}]", "[", "\"[]\""
        }) {
            Arrival arrival = Arrival.of(with("ce_files", files));

            assertThat(arrival.flaws()).as(files).containsExactly(Flaw.FILES_UNREADABLE);
            assertThat(arrival.files()).isEmpty();
        }
    }

    @Test
    void aFieldAddedToAFileLaterDoesNoHarm() {
        String later = "[{\"id\":\"f\",\"mediaType\":\"m\",\"size\":1,\"pages\":3,\"sha256\":\"" + FILE.sha256()
                + "\",\"sm3\":\"" + FILE.sm3() + "\"}]";

        assertThat(Arrival.of(with("ce_files", later)).flaws()).isEmpty();
    }

    @Test
    void whatTheDatabaseCannotHoldIsReplacedInWhatIsSearched() {
        Arrival arrival = Arrival.of(with("ce_kind", "A\0T"));

        assertThat(arrival.heading().kind()).isEqualTo("A\uFFFDT");
        assertThat(arrival.headers()).doesNotContain("\0");
    }

    @Test
    void onlyMachineryHasNoLeaf() {
        assertThat(Arrival.of(FACT.kind("OPERATION").heard()).heading().hasLeaf())
                .isFalse();
        assertThat(Arrival.of(FACT.kind("ACCESS").heard()).heading().hasLeaf()).isTrue();
        assertThat(Arrival.of(FACT.kind("SOMETHING").heard()).heading().hasLeaf())
                .isTrue();
    }
}
