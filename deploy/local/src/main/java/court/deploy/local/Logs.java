package court.deploy.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What the parts write, one file each. */
final class Logs {

    private static final long FULL = 20_000_000;
    private static final int TAIL = 16_384;

    private Logs() {}

    /** Puts a large file aside, replacing the one put aside before. */
    static void makeRoom(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > FULL) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last lines. */
    static List<String> tail(Path log, int lines) {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - (long) TAIL * Math.max(1, lines / 20)));
            byte[] end = new byte[(int) (channel.size() - channel.position())];
            int read = channel.read(java.nio.ByteBuffer.wrap(end));
            List<String> all = new String(end, 0, Math.max(0, read), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException nothingYet) {
            return List.of();
        }
    }
}
