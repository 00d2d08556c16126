package court.platform.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, text and signatures are the published ones of golang.org/x/mod/sumdb/note (commit 02c9913, note_test.go). */
class SignedNoteTest {

    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String PETERS_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String PETERS_LINE = "\u2014 PeterNeumann "
            + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCHS_LINE = "\u2014 EnochRoot "
            + "rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private static final NoteKey PETERS_KEY = NoteKey.parse(PETER);
    private static final NoteKey ENOCHS_KEY = NoteKey.parse(ENOCH);

    private static String open(String note, NoteKey... trusted) {
        return SignedNote.parse(note.getBytes(UTF_8)).open(List.of(trusted));
    }

    private static NoteSigner peter() throws GeneralSecurityException {
        byte[] typed = Base64.getDecoder().decode(PETERS_SECRET);
        String seed = HexFormat.of().formatHex(typed, 1, typed.length);
        byte[] pkcs8 = HexFormat.of().parseHex("302e020100300506032b657004220420" + seed);
        PrivateKey secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        return new NoteSigner(PETERS_KEY, secret);
    }

    @Test
    void aNoteOfTheReferenceImplementationIsOpened() {
        String note = TEXT + "\n" + PETERS_LINE + ENOCHS_LINE;

        assertThat(open(note, PETERS_KEY)).isEqualTo(TEXT);
        assertThat(open(note, ENOCHS_KEY)).isEqualTo(TEXT);
        assertThat(open(note, PETERS_KEY, ENOCHS_KEY)).isEqualTo(TEXT);
    }

    @Test
    void ourSignatureIsTheOneTheReferenceImplementationMakes() throws GeneralSecurityException {
        assertThat(SignedNote.sign(TEXT, peter()).encoded()).isEqualTo(TEXT + "\n" + PETERS_LINE);
    }

    @Test
    void aKeyIsWrittenAsItWasRead() {
        assertThat(PETERS_KEY.vkey()).isEqualTo(PETER);
        assertThat(ENOCHS_KEY.vkey()).isEqualTo(ENOCH);
    }

    @Test
    void aFreshKeySignsAndItsVerifierLineIsEnoughToCheck() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteSigner signer = new NoteSigner(NoteKey.of("example.com/log", pair.getPublic()), pair.getPrivate());

        String note = SignedNote.sign("a\n\nb\n", signer).encoded();

        assertThat(open(note, NoteKey.parse(signer.key().vkey()))).isEqualTo("a\n\nb\n");
    }

    @Test
    void aNoteThatNobodyWeTrustHasSignedIsRejected() {
        assertThatThrownBy(() -> open(TEXT + "\n" + ENOCHS_LINE, PETERS_KEY)).isInstanceOf(NoteRejected.class);
        assertThatThrownBy(() -> open(TEXT + "\n" + PETERS_LINE)).isInstanceOf(NoteRejected.class);
    }

    @Test
    void aWrongSignatureOfAKnownKeyRejectsTheNoteEvenBesideARightOne() {
        String wrong = PETERS_LINE.replace("SffcvIAQ", "SffcvIAR");

        assertThatThrownBy(() -> open(TEXT + "\n" + ENOCHS_LINE + wrong, PETERS_KEY, ENOCHS_KEY))
                .isInstanceOf(NoteRejected.class);
    }

    @Test
    void eachChangedCharacterOfTheTextIsNoticed() {
        for (int i = 0; i < TEXT.length() - 1; i++) {
            String changed = TEXT.substring(0, i) + (char) (TEXT.charAt(i) ^ 1) + TEXT.substring(i + 1);

            assertThatThrownBy(() -> open(changed + "\n" + PETERS_LINE, PETERS_KEY))
                    .isInstanceOf(NoteRejected.class);
        }
    }

    @ParameterizedTest
    @MethodSource("notNotes")
    void whatIsNotExactlyANoteIsRejected(byte[] bytes) {
        assertThatThrownBy(() -> SignedNote.parse(bytes).open(List.of(PETERS_KEY)))
                .isInstanceOf(NoteRejected.class);
    }

    static Stream<byte[]> notNotes() {
        Stream<String> texts = Stream.of(
                "",
                "\n",
                TEXT,
                TEXT + "\n",
                TEXT + "\n" + PETERS_LINE.stripTrailing(),
                "\u0001" + TEXT + "\n" + PETERS_LINE,
                TEXT + "\n" + PETERS_LINE + "Unexpected line.\n",
                TEXT + "\n" + PETERS_LINE.replace("PeterNeumann", "Peter Neumann"),
                TEXT + "\n" + PETERS_LINE.replace("PeterNeumann", "Peter+Neumann"),
                TEXT + "\n" + PETERS_LINE.replace("PeterNeumann", "Peter\u3000Neumann"),
                TEXT + "\n" + PETERS_LINE.replace("\u2014", "-"),
                TEXT + "\n" + PETERS_LINE.replace("=", ""),
                TEXT + "\n" + PETERS_LINE.replace("nAM=", "nAN="),
                TEXT + "\n\u2014 PeterNeumann x08gow==\n",
                TEXT + "\n" + PETERS_LINE.repeat(101));
        return Stream.concat(texts.map(it -> it.getBytes(UTF_8)), Stream.of(new byte[] {(byte) 0xff, '\n', '\n'}));
    }

    @Test
    void sixteenSignaturesAreTaken() {
        assertThat(open(TEXT + "\n" + ENOCHS_LINE.repeat(15) + PETERS_LINE, PETERS_KEY))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumanm+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                // right length of id, but a key too long, or of a kind nobody knows
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void aMangledKeyIsRejected(String vkey) {
        assertThatThrownBy(() -> NoteKey.parse(vkey)).isInstanceOf(NoteRejected.class);
    }

    @Test
    void noPartOfAKeyIsAKey() {
        for (int start = 0; start <= PETER.length(); start++) {
            for (int end = start; end <= PETER.length(); end++) {
                String part = PETER.substring(start, end);
                if (!part.equals(PETER)) {
                    assertThatThrownBy(() -> NoteKey.parse(part)).isInstanceOf(NoteRejected.class);
                }
            }
        }
    }
}
