package court.ledger.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Changes one stored thing at a time, by chance, and takes the change back. Knows tables, columns and files by looking at them:
 * none of the ledger's own code helps it, and it knows nothing of what anything means.
 */
final class Mutator {

    private final RowMutator rows;
    private final FileMutator files;
    private final Random chance;

    /**
     * What was done.
     *
     * @param before the rows as they were, or none for a file
     * @param after the rows as they are now
     * @param file which file, none for rows
     */
    record Change(String how, String table, List<JsonNode> before, List<JsonNode> after, List<Path> files, Undo undo) {

        @Override
        public String toString() {
            return how + " " + (files.isEmpty() ? table + " " + before + " -> " + after : files.toString());
        }
    }

    interface Undo {
        void run() throws SQLException, IOException;
    }

    Mutator(Supplier<Connection> database, List<String> tables, List<Path> folders, long seed) {
        this.chance = new Random(seed);
        this.rows = new RowMutator(database, tables, chance);
        this.files = new FileMutator(folders, chance);
    }

    /** One change that really changed something. */
    Change next() throws SQLException, IOException {
        while (true) {
            Change change = chance.nextInt(10) < 6 ? rows.next() : files.next();
            if (change != null) {
                return change;
            }
        }
    }
}
