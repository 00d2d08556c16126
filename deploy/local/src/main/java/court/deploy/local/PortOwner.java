package court.deploy.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which process listens on a port, read from Linux's process folders; elsewhere nobody can say. */
final class PortOwner {

    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortOwner() {}

    static String find(int port) {
        return List.of("/proc/net/tcp", "/proc/net/tcp6").stream()
                .flatMap(table -> inode(Path.of(table), port).stream())
                .flatMap(inode -> holder(inode).stream())
                .findFirst()
                .orElse("an unknown process");
    }

    private static Optional<String> inode(Path table, int port) {
        String suffix = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(it ->
                            it.length > INODE && it[STATE].equals(LISTENING) && it[LOCAL_ADDRESS].endsWith(suffix))
                    .map(it -> it[INODE])
                    .findFirst();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    private static Optional<String> holder(String inode) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), "socket:[" + inode + "]"))
                .map(process -> "process " + process.pid() + " (" + command(process) + ")")
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : open) {
                if (Files.isSymbolicLink(file)
                        && Files.readSymbolicLink(file).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException notOurs) {
            return false; // ended meanwhile, or belongs to another user
        }
        return false;
    }

    private static String command(ProcessHandle process) {
        String line = process.info().commandLine().or(process.info()::command).orElse("?");
        return line.length() > 100 ? line.substring(0, 100) + "…" : line;
    }
}
