package court.deploy.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has PostgreSQL write down every statement with its values while something happens. */
final class ServerLog {

    /** Time, session, user and database, kind, text; as the server's log_line_prefix has it. */
    private static final Pattern ENTRY =
            Pattern.compile("\\S+ \\S+ \\S+ \\[(\\d+)] (\\S+)@(\\S+) (LOG|DETAIL): +(.*)", Pattern.DOTALL);

    private static final Pattern FIRST = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\d \\d\\d:)");
    private static final Pattern STATEMENT = Pattern.compile("(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final String PARAMETERS = "arameters: ";
    private static final int SETTLE_MILLIS = 500;

    private final Database database;
    private final Path file;
    private long read;

    ServerLog(Database database, Path file) {
        this.database = database;
        this.file = file;
    }

    <T> T during(Callable<T> work) throws Exception {
        write("all");
        try {
            read = Files.size(file);
            return work.call();
        } finally {
            write("none");
        }
    }

    private void write(String which) throws Exception {
        database.execute("alter system set log_statement = '" + which + "'");
        database.execute("select pg_reload_conf()");
        Thread.sleep(SETTLE_MILLIS);
    }

    /** What sessions of one database asked since this was last called, by session. */
    Map<String, List<Asked>> since(String name) throws IOException, InterruptedException {
        Thread.sleep(SETTLE_MILLIS);
        byte[] all = Files.readAllBytes(file);
        String text = new String(all, (int) read, all.length - (int) read, StandardCharsets.UTF_8);
        read = all.length;
        Map<String, List<Asked>> sessions = new LinkedHashMap<>();
        for (String entry : FIRST.split(text)) {
            Matcher it = ENTRY.matcher(entry.stripTrailing());
            if (it.matches() && it.group(3).equals(name)) {
                note(sessions.computeIfAbsent(it.group(1), session -> new ArrayList<>()), it.group(5));
            }
        }
        return sessions;
    }

    // values come in an entry of their own, after the statement's; a tab stands before each further line
    private static void note(List<Asked> asked, String entry) {
        String text = entry.replace("\n\t", "\n");
        Matcher statement = STATEMENT.matcher(text);
        int parameters = text.indexOf(PARAMETERS);
        if (statement.matches()) {
            asked.add(new Asked(statement.group(1), List.of()));
        } else if (parameters >= 0 && parameters < 3 && !asked.isEmpty()) {
            asked.add(Asked.of(asked.removeLast().sql(), text.substring(parameters + PARAMETERS.length())));
        }
    }
}
