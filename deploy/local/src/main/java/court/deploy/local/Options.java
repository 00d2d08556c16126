package court.deploy.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was typed.
 *
 * @param words the command and what follows it
 * @param offset added to every port; as before when not given
 */
record Options(List<String> words, Path data, @Nullable Integer offset, Set<Part> parts) {

    static Options parse(List<String> arguments, Map<String, String> environment) {
        List<String> words = new ArrayList<>();
        String data = environment.get("COURT_DATA");
        String offset = environment.get("COURT_PORT_OFFSET");
        String parts = environment.get("COURT_PARTS");
        for (var it = arguments.iterator(); it.hasNext(); ) {
            String word = it.next();
            switch (word) {
                case "--data" -> data = value(word, it);
                case "--port-offset" -> offset = value(word, it);
                case "--parts" -> parts = value(word, it);
                default -> words.add(word);
            }
        }
        return new Options(words, folder(data), offset == null ? null : number(offset), parts(parts));
    }

    private static String value(String option, java.util.Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Failure(option + " needs a value.");
        }
        return rest.next();
    }

    private static Path folder(@Nullable String data) {
        return data == null ? Place.findHome().resolve("deploy/.data") : Path.of(data);
    }

    private static int number(String offset) {
        try {
            return Integer.parseInt(offset);
        } catch (NumberFormatException e) {
            throw new Failure("Not a number: " + offset, e);
        }
    }

    private static Set<Part> parts(@Nullable String parts) {
        return parts == null
                ? EnumSet.allOf(Part.class)
                : Stream.of(parts.split(","))
                        .map(Part::of)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    /** The offset belongs to the data folder: addresses are written into what is kept there. */
    Place place() {
        Path kept = data.toAbsolutePath().resolve("run").resolve("port-offset");
        Integer before = Files.exists(kept) ? Integer.valueOf(Text.read(kept).strip()) : null;
        if (before != null && offset != null && !before.equals(offset)) {
            throw new Failure("%s was made with --port-offset %d; keep that, or delete it with ./deploy/reset."
                    .formatted(data, before));
        }
        return Place.of(data, offset != null ? offset : before != null ? before : 0);
    }
}
