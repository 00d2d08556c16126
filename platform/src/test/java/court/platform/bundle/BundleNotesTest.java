package court.platform.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.note.NoteRejected;
import court.platform.note.NoteSigner;
import court.platform.note.SignedNote;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleNotesTest {

    private final NoteSigner archive = Letters.signer("archive");

    @Test
    void bothKindsComeBackAsTheyWereSent() {
        Delivery delivery = Letters.delivery(ChainEnd.START);
        Acknowledgement acknowledgement = Letters.acknowledgement(ChainEnd.START);

        assertThat(BundleNotes.delivery(BundleNotes.write(delivery, archive), List.of(archive.key())))
                .isEqualTo(delivery);
        assertThat(BundleNotes.acknowledgement(BundleNotes.write(acknowledgement, archive), List.of(archive.key())))
                .isEqualTo(acknowledgement);
    }

    @Test
    void theTextIsOneLineThatAnybodyCanRead() {
        String note = new String(BundleNotes.write(Letters.delivery(ChainEnd.START), archive), UTF_8);

        assertThat(note.lines().findFirst())
                .hasValue("""
                {"caseId":"0190a000-0000-7000-8000-000000000001","court":"沪0117","createdAt":"2026-11-22T10:00:00.123456Z",\
                "kind":"PACKAGE","number":1,"packageId":"0190a000-0000-7000-8000-000000000002",\
                "payload":{"name":"bundle-00000001.zip","sha256":"%s","size":4096,"sm3":"%s"},\
                "previous":"%s","proof":{"name":"bundle-00000001.tlog-proof","sha256":"%s","size":700}}""".formatted("a".repeat(64), "b".repeat(64), "0".repeat(64), "c".repeat(64)));
    }

    @Test
    void everyFlippedBitIsNoticed() {
        byte[] note = BundleNotes.write(Letters.delivery(ChainEnd.START), archive);

        for (int bit = 0; bit < note.length * 8; bit++) {
            byte[] flipped = note.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> BundleNotes.delivery(flipped, List.of(archive.key())))
                    .isInstanceOf(NoteRejected.class);
        }
    }

    @Test
    void anothersSignatureCountsForNothing() {
        byte[] forged = BundleNotes.write(Letters.delivery(ChainEnd.START), Letters.signer("archive"));

        assertThatThrownBy(() -> BundleNotes.delivery(forged, List.of(archive.key())))
                .isInstanceOf(NoteRejected.class)
                .hasMessage("signed by nobody we trust");
    }

    @Test
    void oneKindDoesNotPassForTheOther() {
        byte[] delivery = BundleNotes.write(Letters.delivery(ChainEnd.START), archive);
        byte[] acknowledgement = BundleNotes.write(Letters.acknowledgement(ChainEnd.START), archive);

        assertThatThrownBy(() -> BundleNotes.acknowledgement(delivery, List.of(archive.key())))
                .isInstanceOf(NoteRejected.class);
        assertThatThrownBy(() -> BundleNotes.delivery(acknowledgement, List.of(archive.key())))
                .isInstanceOf(NoteRejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"number\":1|\"number\":1.0", "\"kind\"| \"kind\"", "\"number\":1|\"number\":1,\"x\":2"})
    void thereIsOneSpellingOnly(String change) {
        String[] fromTo = change.split("\\|");
        String line = new String(BundleNotes.write(Letters.delivery(ChainEnd.START), archive), UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();

        byte[] other = signed(line.replace(fromTo[0], fromTo[1]));

        assertThat(BundleNotes.delivery(signed(line), List.of(archive.key()))).isNotNull();
        assertThatThrownBy(() -> BundleNotes.delivery(other, List.of(archive.key())))
                .isInstanceOf(NoteRejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"number\":1|\"number\":0",
                "bundle-00000001.zip|../bundle-00000001.zip",
                "bundle-00000001.zip|bundle-00000002.zip",
                "沪0117|../沪",
                "0000000000|0000000001",
                "\"size\":4096|\"size\":0"
            })
    void whatCannotBeIsNoBundleEvenWhenSigned(String change) {
        String[] fromTo = change.split("\\|");
        String line = new String(BundleNotes.write(Letters.delivery(ChainEnd.START), archive), UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();

        byte[] other = signed(line.replace(fromTo[0], fromTo[1]));

        assertThatThrownBy(() -> BundleNotes.delivery(other, List.of(archive.key())))
                .isInstanceOf(NoteRejected.class);
    }

    @Test
    void aChainIsFollowedByItsVeryNextOnly() {
        Delivery first = Letters.delivery(ChainEnd.START);
        ChainEnd end = ChainEnd.after(first, BundleNotes.write(first, archive));

        assertThat(ChainEnd.START.isFollowedBy(first)).isTrue();
        assertThat(end.isFollowedBy(Letters.delivery(end))).isTrue();
        assertThat(end.isFollowedBy(first)).isFalse();
        assertThat(end.isFollowedBy(Letters.delivery(new ChainEnd(2, end.sha256()))))
                .isFalse();
        assertThat(end.isFollowedBy(Letters.delivery(new ChainEnd(1, "f".repeat(64)))))
                .isFalse();
    }

    private byte[] signed(String line) {
        return SignedNote.sign(line + "\n", archive).encoded().getBytes(UTF_8);
    }
}
