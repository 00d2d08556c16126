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
    private static final String USAGE = """
            用法：java -jar verifier.jar 文件 证明.tlog-proof 公钥文件
            公钥文件：此前自行保存的账本与见证方公钥，即 /api/v1/ledger/keys 给出的各行。
            退出码：0 证明成立，1 证明不成立，2 有文件读不出来。""";

    private VerifierApplication() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 3) {
            out.println(USAGE);
            return UNREADABLE;
        }
        List<Path> files = arguments.stream().map(Path::of).toList();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                out.println("没有这个文件：" + file);
                return UNREADABLE;
            }
        }
        try {
            return verify(files, out);
        } catch (IOException unreadable) {
            out.println("文件读不出来：" + unreadable.getMessage());
        } catch (NoteRejected unreadable) {
            out.println("公钥文件无法识别：应为账本公布的各行，每行为用途（ledger、ledger-sm2、witness）、空格、公钥，其中 ledger 有且只有一行。（"
                    + unreadable.getMessage() + "）");
        }
        return UNREADABLE;
    }

    private static int verify(List<Path> files, PrintStream out) throws IOException {
        String keys = new String(Files.readAllBytes(files.get(2)), StandardCharsets.UTF_8);
        TrustedKeys trusted = TrustedKeys.read(keys.lines().toList());
        Verification verification = Verification.of(digests(files.get(0)), proof(files.get(1)), trusted);
        verification.lines().forEach(out::println);
        return verification.holds() ? HOLDS : DOES_NOT_HOLD;
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
