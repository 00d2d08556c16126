package court.platform.calendar;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The legal calendar as it stands now (K2): the announcements shipped with this build, then those in a folder that all
 * services read, in the order of their names. Of two announcements of a year the later holds. The folder is looked at
 * again at most once a second; a file that cannot be read is passed over and said so, and the others hold.
 */
public final class Calendars {

    private static final Logger LOG = LoggerFactory.getLogger(Calendars.class);
    private static final long LOOK_AGAIN = Duration.ofSeconds(1).toNanos();
    private static final String FORM = ".json";

    private final @Nullable Path folder;
    private volatile Edition edition;
    private volatile String lastSeen = "";
    private volatile long lookedAt;

    /**
     * The calendar between two changes.
     *
     * @param id another one for another content; the same in every process
     * @param announced by year
     */
    public record Edition(String id, Map<Integer, HolidayYear> announced, LegalCalendar calendar) {

        static Edition of(Map<Integer, HolidayYear> announced) {
            String content = new TreeMap<>(announced)
                    .values().stream().map(HolidayYear::text).collect(joining("\n"));
            return new Edition(
                    digest(content).substring(0, 16), Map.copyOf(announced), LegalCalendar.of(announced.values()));
        }

        private static String digest(String content) {
            try {
                return HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }
    }

    /** @param folder of announcements made since this build; null: there are none */
    public Calendars(@Nullable Path folder) {
        this.folder = folder;
        this.edition = read(List.of());
        refresh();
    }

    /** The calendar that holds now. */
    public LegalCalendar current() {
        return edition().calendar();
    }

    /** The calendar that holds now, and what it rests on. */
    public Edition edition() {
        return System.nanoTime() - lookedAt < LOOK_AGAIN ? edition : refresh();
    }

    /** Looks at the folder at once. */
    public synchronized Edition refresh() {
        List<Path> files = files();
        String seen = files.stream().map(Calendars::traits).collect(joining("\n"));
        if (!seen.equals(lastSeen)) {
            edition = read(files);
            lastSeen = seen;
            LOG.info("legal calendar {} from {} files besides those shipped", edition.id(), files.size());
        }
        lookedAt = System.nanoTime();
        return edition;
    }

    private List<Path> files() {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(FORM))
                    .sorted(Comparator.comparing(Calendars::name))
                    .toList();
        } catch (IOException unreadable) {
            LOG.error("cannot look into the calendar's folder {}", folder, unreadable);
            return List.of();
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - FORM.length());
    }

    private static String traits(Path file) {
        try {
            return file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return file.getFileName() + " gone";
        }
    }

    private static Edition read(List<Path> files) {
        Map<Integer, HolidayYear> announced = new TreeMap<>();
        LegalCalendar.announced().forEach(year -> announced.put(year.year(), year));
        for (Path file : files) {
            try (InputStream json = Files.newInputStream(file)) {
                HolidayYear year = HolidayYear.read(json);
                announced.put(year.year(), year);
            } catch (IOException | RuntimeException unreadable) {
                LOG.error("the announcement {} cannot be read and does not hold: {}", file, unreadable.toString());
            }
        }
        return Edition.of(announced);
    }
}
