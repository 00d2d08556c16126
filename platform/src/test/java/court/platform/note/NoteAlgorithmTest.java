package court.platform.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signatures other than the plain one: SM2, and those of witnesses. */
class NoteAlgorithmTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final String TEXT = "example.com/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private final NoteSigner log = NoteSigner.sm2("example.com/log", Sm2.freshSecret());
    private final KeyPair pair = pair();
    private final NoteSigner witness = NoteSigner.witness(
            NoteKey.ofWitness("example.com/w", pair.getPublic()), pair.getPrivate(), Clock.fixed(NOON, ZoneOffset.UTC));

    /** GM/T 0003.5-2012, appendix A: key, message and signature. */
    @Test
    void thePublishedSignatureHoldsAndThePublishedKeyIsThatOfItsSecret() {
        byte[] secret = HEX.parseHex("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8");
        byte[] key = HEX.parseHex("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
        byte[] signature = HEX.parseHex("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");

        assertThat(Sm2.publicHalf(secret)).isEqualTo(key);
        assertThat(Sm2.verifies(key, "message digest".getBytes(UTF_8), signature))
                .isTrue();
        assertThat(Sm2.verifies(key, "message digesT".getBytes(UTF_8), signature))
                .isFalse();
    }

    @Test
    void aTextSignedWithBothIsOpenedByWhoHoldsEitherKey() {
        NoteSigner plain = new NoteSigner(NoteKey.of("example.com/log", pair.getPublic()), pair.getPrivate());
        SignedNote note =
                SignedNote.parse(SignedNote.sign(TEXT, plain, log).encoded().getBytes(UTF_8));

        assertThat(note.open(List.of(log.key()))).isEqualTo(TEXT);
        assertThat(note.open(List.of(plain.key()))).isEqualTo(TEXT);
        assertThat(note.signers(List.of(plain.key(), log.key(), witness.key())))
                .containsExactly(plain.key(), log.key());
    }

    @Test
    void eachChangedBitOfAnSm2SignatureIsNoticed() {
        byte[] line = SignedNote.sign(TEXT, log).encoded().getBytes(UTF_8);
        String base64 = new String(line, UTF_8)
                .lines()
                .reduce((a, b) -> b)
                .orElseThrow()
                .split(" ")[2];
        byte[] signed = Base64.getDecoder().decode(base64);
        for (int i = 4; i < signed.length; i++) {
            byte[] bad = signed.clone();
            bad[i] ^= (byte) (1 << i % 8);
            String changed =
                    new String(line, UTF_8).replace(base64, Base64.getEncoder().encodeToString(bad));

            assertThatThrownBy(() -> SignedNote.parse(changed.getBytes(UTF_8)).open(List.of(log.key())))
                    .hasMessage("wrong SM2 signature of example.com/log");
        }
    }

    @Test
    void aKeyOfAnyKindIsWrittenAsItWasRead() {
        assertThat(NoteKey.parse(log.key().vkey()).vkey()).isEqualTo(log.key().vkey());
        assertThat(NoteKey.parse(witness.key().vkey()).vkey())
                .isEqualTo(witness.key().vkey());
        assertThat(Base64.getDecoder().decode(log.key().vkey().split("\\+", 3)[2]))
                .startsWith(0xff, 'S', 'M', '2', '-', 'S', 'M', '3', 0x04);
        assertThat(Base64.getDecoder().decode(witness.key().vkey().split("\\+", 3)[2]))
                .startsWith(0x04)
                .hasSize(33);
    }

    @Test
    void whatIsNoPointOfTheCurveIsNoKey() {
        byte[] point = Sm2.publicHalf(Sm2.freshSecret());
        point[64] ^= 1;

        assertThatThrownBy(() -> NoteKey.ofSm2("example.com/log", point)).isInstanceOf(NoteRejected.class);
        assertThatThrownBy(() -> NoteKey.ofSm2("example.com/log", new byte[65])).isInstanceOf(NoteRejected.class);
        assertThatThrownBy(() -> NoteKey.ofSm2("example.com/log", new byte[1])).isInstanceOf(NoteRejected.class);
    }

    /** c2sp.org/tlog-cosignature: eight bytes of time, then Ed25519 over two lines and the text. */
    @Test
    void aCosignatureIsOverItsTimeAndTheText() throws GeneralSecurityException {
        byte[] signed = Base64.getDecoder().decode(witness.line(TEXT).strip().split(" ")[2]);

        assertThat(signed).hasSize(4 + 8 + 64);
        assertThat(HEX.formatHex(signed, 4, 12)).isEqualTo("%016x".formatted(NOON.getEpochSecond()));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(pair.getPublic());
        check.update(("cosignature/v1\ntime 1772424000\n" + TEXT).getBytes(UTF_8));
        assertThat(check.verify(signed, 12, 64)).isTrue();
    }

    @Test
    void whenItWasCosignedIsReadFromWhatHolds() {
        String note = SignedNote.sign(TEXT, log).encoded() + witness.line(TEXT);
        NoteKey plain = NoteKey.of("example.com/w", pair.getPublic());

        assertThat(SignedNote.parse(note.getBytes(UTF_8)).cosignedAt(witness.key()))
                .contains(NOON);
        assertThat(SignedNote.parse(note.getBytes(UTF_8)).cosignedAt(plain)).isEmpty();
        assertThat(SignedNote.parse(note.getBytes(UTF_8)).cosignedAt(log.key())).isEmpty();
        assertThat(SignedNote.parse((SignedNote.sign(TEXT, log).encoded() + witness.line("other\n")).getBytes(UTF_8))
                        .cosignedAt(witness.key()))
                .isEmpty();
    }

    @Test
    void anotherTimeIsAnotherSignature() {
        String line = witness.line(TEXT).strip();
        byte[] signed = Base64.getDecoder().decode(line.split(" ")[2]);
        for (int i = 4; i < 12; i++) {
            byte[] bad = signed.clone();
            bad[i] ^= (byte) 0x80;
            String note = TEXT + "\n"
                    + line.replace(line.split(" ")[2], Base64.getEncoder().encodeToString(bad)) + "\n";

            assertThat(SignedNote.parse(note.getBytes(UTF_8)).cosignedAt(witness.key()))
                    .isEmpty();
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
