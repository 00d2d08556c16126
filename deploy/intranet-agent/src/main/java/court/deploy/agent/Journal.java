package court.deploy.agent;

import court.platform.files.FileSteps;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place that says what was done: a line is added and forced to disk before anything hangs on it. A last line that
 * was cut by a power failure was never relied on and is taken away.
 */
final class Journal {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;
    private final FileSteps steps;

    Journal(Path file, FileSteps steps) {
        this.file = file;
        this.steps = steps;
    }

    /** All lines, after the cut one is taken away. */
    List<Step> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(file);
        String whole = new String(bytes, 0, wholeLines(bytes), StandardCharsets.UTF_8);
        if (wholeLines(bytes) < bytes.length) {
            cut(wholeLines(bytes));
        }
        List<Step> lines = new ArrayList<>();
        for (String line : whole.lines().toList()) {
            lines.add(read(line));
        }
        return lines;
    }

    private static int wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private Step read(String line) throws IOException {
        try {
            return JSON.readValue(line, Step.class);
        } catch (JacksonException damaged) {
            throw new IOException(file + " is damaged; restore it from a backup. First bad line: " + line);
        }
    }

    private void cut(long length) throws IOException {
        try (FileChannel channel = steps.resume(file)) {
            channel.truncate(length);
            steps.force(channel);
        }
    }

    void add(Step step) throws IOException {
        byte[] line = (JSON.writerFor(Step.class).writeValueAsString(step) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = steps.resume(file)) {
            long before = channel.size();
            channel.position(before);
            try {
                steps.write(channel, ByteBuffer.wrap(line));
                steps.force(channel);
            } catch (IOException notWritten) {
                channel.truncate(before);
                throw notWritten;
            }
        }
        steps.forceDirectory(file.resolveSibling(".").normalize());
    }
}
