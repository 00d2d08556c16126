package court.platform.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Real files, with the steps written down and one of them failing on request. */
public class RecordingSteps extends FileSteps {

    public final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    public volatile String failing = "";

    private void step(String name) throws IOException {
        boolean again = !steps.isEmpty() && steps.getLast().equals(name);
        if (!again) {
            steps.add(name);
        }
        if (name.equals(failing)) {
            throw new IOException("no space left on device");
        }
    }

    @Override
    public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        step("write");
        super.write(channel, bytes);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
        step("force");
        super.force(channel);
    }

    @Override
    public void link(Path from, Path to) throws IOException {
        step("link");
        super.link(from, to);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step("rename");
        super.rename(from, to);
    }

    @Override
    public void forceDirectory(Path folder) throws IOException {
        step("force directory");
        super.forceDirectory(folder);
    }

    /** The steps from the first write on, which is what a power cut can tear. */
    public List<String> fromFirstWrite() {
        return List.copyOf(steps.subList(steps.indexOf("write"), steps.size()));
    }
}
