package court.deploy.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How Java processes are started here: many small ones on one small machine. */
final class Java {

    /** For quick starts and little memory. Not for measuring: the first compiler alone makes SHA-256 14 times slower. */
    private static final List<String> SMALL = List.of(
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-XX:MetaspaceSize=128m",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private Java() {}

    static List<String> command(List<String> memory, String classPath, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(memory);
        command.addAll(SMALL);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        return command;
    }
}
