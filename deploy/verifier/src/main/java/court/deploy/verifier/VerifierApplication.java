package court.deploy.verifier;

import court.platform.blob.RunningDigests;
import court.platform.model.Digests;
import court.platform.note.NoteRejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks one file; see the package for how. */
public final class VerifierApplication {

    private static final int HOLDS = 0;
    private static final int DOES_NOT_HOLD = 1;
    private static final int UNREADABLE = 2;
    private static final int MOST_PROOF = 1 << 20;

    private VerifierApplication() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 3) {
            out.println("用法：java -jar verifier.jar 文件 证明.tlog-proof 公钥文件");
            return UNREADABLE;
        }
        try {
            TrustedKeys keys = TrustedKeys.read(Files.readAllLines(Path.of(arguments.get(2))));
            Verification verification =
                    Verification.of(digests(Path.of(arguments.get(0))), proof(Path.of(arguments.get(1))), keys);
            verification.lines().forEach(out::println);
            return verification.holds() ? HOLDS : DOES_NOT_HOLD;
        } catch (IOException unreadable) {
            out.println("无法读取：" + unreadable.getMessage());
        } catch (NoteRejected unreadable) {
            out.println("公钥文件无法识别：" + unreadable.getMessage());
        }
        return UNREADABLE;
    }

    private static byte[] proof(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(MOST_PROOF + 1);
        }
    }

    private static Digests digests(Path file) throws IOException {
        RunningDigests digests = new RunningDigests();
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] some = new byte[64 * 1024];
            for (int length = bytes.read(some); length >= 0; length = bytes.read(some)) {
                digests.update(some, length);
            }
        }
        return digests.finish();
    }
}
