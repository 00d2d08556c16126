package court.archive.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.archive.dossier.Entry;
import court.platform.contract.DossierEvent.Cut;
import court.platform.contract.FactSamples;
import court.platform.contract.FileRef;
import court.platform.contract.FilingEvent.CaseAccepted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PackageTextTest {

    private static final Instant TIME = Instant.parse("2026-01-15T02:03:04.000005Z");
    private static final UUID CASE = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final UUID FACT = UUID.fromString("01930000-0000-7000-8000-000000000002");
    private static final UUID PACKAGE = UUID.fromString("01930000-0000-7000-8000-000000000003");
    private static final List<Cut> VIEWS =
            List.of(new Cut("filing", 6), new Cut("filing", 4), new Cut("filing", 2), new Cut("asset", 1));
    private static final FileRef FILE = new FileRef("f-1", "application/pdf", 7, "ab".repeat(32), "cd".repeat(32));

    @Test
    void theDescriptionIsCanonicalAndTheSameEachTime() {
        Act act = act(7, FILE);
        Order order = new Order(PACKAGE, CASE, 0, List.of(), List.of(new Cut("filing", 7)), List.of(), TIME);

        String text = PackageText.of(order, new Names(List.of(act)), List.of(act), new PackedFiles(act.files()));

        assertThat(text)
                .isEqualTo(
                        "{\"caseId\":\"01930000-0000-7000-8000-000000000001\",\"caseNumber\":\"（2026）沪0117执1号\",\"court\":\"沪0117\","
                                + "\"cut\":[{\"sequence\":7,\"source\":\"filing\"}],\"entries\":[{"
                                + "\"factId\":\"01930000-0000-7000-8000-000000000002\",\"files\":[{\"id\":\"f-1\","
                                + "\"mediaType\":\"application/pdf\",\"path\":\"data/files/f-1.pdf\",\"sha256\":\""
                                + "ab".repeat(32)
                                + "\",\"size\":7,\"sm3\":\"" + "cd".repeat(32) + "\"}],"
                                + "\"path\":\"data/facts/filing/000007-01930000-0000-7000-8000-000000000002.json\",\"sequence\":7,"
                                + "\"source\":\"filing\",\"time\":\"2026-01-15T02:03:04.000005Z\",\"title\":\"立案受理\","
                                + "\"type\":\"CaseAccepted\"}],\"number\":0,\"packageId\":\"01930000-0000-7000-8000-000000000003\","
                                + "\"sealedAt\":\"2026-01-15T02:03:04.000005Z\",\"skipped\":[],\"versions\":{\"bagit\":\"1.0\",\"package\":\"1\","
                                + "\"proof\":\"c2sp.org/tlog-proof@v1\",\"volume\":\"PDF/A-2u\"}}");
    }

    @Test
    void theFolderHasPlainLettersOnly() {
        assertThat(new Names(List.of(act(1))).ascii("none")).isEqualTo("2026-u6caa-0117-u6267-1");
        assertThat(new Names(List.of()).ascii("none")).isEqualTo("none");
    }

    @Test
    void twoFilesUnderOneIdBothStay() {
        FileRef other = new FileRef("f-1", "application/pdf", 7, "ef".repeat(32), "cd".repeat(32));
        FileRef odd = new FileRef("../f", "no/such", 7, "01".repeat(32), "cd".repeat(32));
        PackedFiles files = new PackedFiles(List.of(FILE, other, odd, FILE));

        assertThat(files.all()).hasSize(3);
        assertThat(files.path(FILE)).isEqualTo("files/f-1.pdf");
        assertThat(files.path(other)).isEqualTo("files/sha256-" + "ef".repeat(16) + ".pdf");
        assertThat(files.path(odd)).isEqualTo("files/sha256-" + "01".repeat(16) + ".bin");
    }

    @Test
    void aPackageTakesWhatLiesBetweenTwoCuts() {
        Order order =
                new Order(PACKAGE, CASE, 1, List.of(new Cut("filing", 3)), List.of(new Cut("filing", 5)), VIEWS, TIME);

        assertThat(order.takes("filing", 3)).isFalse();
        assertThat(order.takes("filing", 4)).isTrue();
        assertThat(order.takes("filing", 6)).isFalse();
        assertThat(order.takes("asset", 1)).isFalse();
        assertThat(order.skipped()).containsExactly(new Cut("filing", 4));
    }

    private static Act act(long sequence, FileRef... files) {
        CaseAccepted accepted = FactSamples.all().stream()
                .filter(CaseAccepted.class::isInstance)
                .map(CaseAccepted.class::cast)
                .findFirst()
                .orElseThrow();
        Entry entry =
                new Entry(FACT, "filing", sequence, "CaseAccepted", TIME, "{}".getBytes(UTF_8), "", "", TIME, false);
        return new Act(entry, accepted, "songjiang-filing", List.of(files));
    }
}
