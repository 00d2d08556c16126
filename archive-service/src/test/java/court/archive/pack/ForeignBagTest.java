package court.archive.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.bag.BagWriter;
import court.platform.files.FileSteps;
import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.hash.BagitAlgorithmNameToSupportedAlgorithmMapping;
import gov.loc.repository.bagit.hash.StandardBagitAlgorithmNameToSupportedAlgorithmMapping;
import gov.loc.repository.bagit.hash.SupportedAlgorithm;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Library of Congress' own reader takes our bags (RFC 8493), SM3 lists included. */
class ForeignBagTest {

    private static final BagitAlgorithmNameToSupportedAlgorithmMapping STANDARD =
            new StandardBagitAlgorithmNameToSupportedAlgorithmMapping();

    @TempDir
    Path folder;

    private Path bag;

    private enum Sm3 implements SupportedAlgorithm {
        SM3;

        @Override
        public String getMessageDigestName() {
            return "SM3";
        }

        @Override
        public String getBagitName() {
            return "sm3";
        }
    }

    @BeforeEach
    void aBagUnpacked() throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteSigner signer = new NoteSigner(NoteKey.of("seal", pair.getPublic()), pair.getPrivate());
        Path zip = folder.resolve("bag.zip");
        try (BagWriter writer = new BagWriter(zip, "2026-0", new FileSteps())) {
            writer.add("files/a.pdf", out -> out.write("one".getBytes(UTF_8)));
            writer.add("files/b.pdf", out -> out.write("two".getBytes(UTF_8)));
            writer.seal("p-1", Map.of("External-Description", "（2026）沪0117执1号 卷宗"), signer);
        }
        unzip(zip);
        bag = folder.resolve("2026-0");
    }

    @AfterEach
    void asItWas() {
        Security.removeProvider(BouncyCastleProvider.PROVIDER_NAME);
    }

    @Test
    void itIsCompleteAndValid() throws Exception {
        Bag read = new BagReader(ForeignBagTest::algorithm).read(bag);

        assertThat(read.getPayLoadManifests()).hasSize(3);
        assertThat(read.getTagManifests()).hasSize(3);
        assertThatCode(() -> verify(read)).doesNotThrowAnyException();
        BagVerifier.quicklyVerify(read);
    }

    @Test
    void aChangedFileIsNotValid() throws Exception {
        Files.writeString(bag.resolve("data/files/b.pdf"), "twp");
        Bag read = new BagReader(ForeignBagTest::algorithm).read(bag);

        assertThatThrownBy(() -> verify(read)).hasStackTraceContaining("b.pdf");
    }

    private static void verify(Bag read) throws Exception {
        try (BagVerifier verifier = new BagVerifier(ForeignBagTest::algorithm)) {
            verifier.isValid(read, false);
        }
    }

    private static SupportedAlgorithm algorithm(String name)
            throws gov.loc.repository.bagit.exceptions.UnsupportedAlgorithmException {
        return name.equals("sm3") ? Sm3.SM3 : STANDARD.getSupportedAlgorithm(name);
    }

    private void unzip(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                Path target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getInputStream(entry).readAllBytes());
            }
        }
    }
}
