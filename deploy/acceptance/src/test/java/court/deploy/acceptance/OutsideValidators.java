package court.deploy.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gov.loc.repository.bagit.hash.StandardSupportedAlgorithms;
import gov.loc.repository.bagit.hash.SupportedAlgorithm;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What others wrote to check bags and archival PDFs, run on what we make. */
final class OutsideValidators {

    static {
        Security.addProvider(new BouncyCastleProvider());
        VeraGreenfieldFoundryProvider.initialise();
    }

    private OutsideValidators() {}

    /** The SM3 of the third manifest, which the library has not heard of; its provider is BouncyCastle. */
    private record Sm3(String getMessageDigestName, String getBagitName) implements SupportedAlgorithm {}

    /** The bag in a ZIP file, laid out in a folder. */
    static Path unpack(Path zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip), UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                assertThat(target).startsWithRaw(folder);
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (!entry.isDirectory()) {
                    Files.copy(in, target);
                }
            }
        }
        try (var inside = Files.list(folder)) {
            return inside.findFirst().orElseThrow();
        }
    }

    /** The Library of Congress' BagIt library: every file there, every digest of three manifests right. */
    static void bagIsValid(Path bag) throws Exception {
        try (BagVerifier verifier = new BagVerifier(OutsideValidators::algorithm)) {
            verifier.isValid(new BagReader(OutsideValidators::algorithm).read(bag), false);
        }
    }

    private static SupportedAlgorithm algorithm(String name) {
        return name.equals("sm3")
                ? new Sm3("SM3", "sm3")
                : StandardSupportedAlgorithms.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** veraPDF: archival PDF, level 2u. */
    static void isPdfA2u(Path pdf) throws Exception {
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(Files.newInputStream(pdf), PDFAFlavour.PDFA_2_U)) {
            ValidationResult result = Foundries.defaultInstance()
                    .createValidator(PDFAFlavour.PDFA_2_U, false)
                    .validate(parser);
            assertThat(result.isCompliant())
                    .as(() -> result.getTestAssertions().toString())
                    .isTrue();
        }
    }
}
