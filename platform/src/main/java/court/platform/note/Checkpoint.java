package court.platform.note;

import court.platform.merkle.TreeHead;
import java.util.Arrays;
import java.util.List;

/**
 * The tree head 检查点 as the log signs it: the log's name, the number of leaves, the root (c2sp.org/tlog-checkpoint).
 *
 * @param origin which log; ours is also the name of its key
 */
public record Checkpoint(String origin, TreeHead head) {

    public Checkpoint {
        if (origin.isEmpty() || origin.contains("\n")) {
            throw new NoteRejected("no origin");
        }
    }

    /** Reads the text of a note. Further lines are allowed and say nothing to us. */
    public static Checkpoint parse(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        int last = lines.size() - 1; // behind the last line break stands an empty string
        if (last < 3 || !lines.get(last).isEmpty() || lines.subList(0, last).contains("")) {
            throw new NoteRejected("not a checkpoint");
        }
        return new Checkpoint(lines.get(0), new TreeHead(NoteText.number(lines.get(1)), NoteText.hash(lines.get(2))));
    }

    public String text() {
        return origin + "\n" + head.size() + "\n" + head.root().base64() + "\n";
    }
}
