package court.filing.calendar;

import court.platform.calendar.HolidayYear;
import court.platform.outbox.WriteUnit;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Announcements that operations imported. The table is the record, who and when; each row becomes one file of the folder
 * that all services read, and is made again when it is missing there.
 */
@Repository
public class Announcements {

    private final DatabaseClient database;
    private final Commands commands;
    private final WriteUnit unit;
    private final Clock clock;
    private final Shelf shelf;

    Announcements(DatabaseClient database, Commands commands, WriteUnit unit, Clock clock, Shelf shelf) {
        this.database = database;
        this.commands = commands;
        this.unit = unit;
        this.clock = clock;
        this.shelf = shelf;
    }

    /** What was recorded of an import. */
    record Imported(long number, int year, String sha256, String importedBy, Instant importedAt) {}

    record Row(long id, int year, String body) {}

    /** Records an announcement; it holds once {@link #publish} made its file. */
    Mono<Imported> add(Command command, HolidayYear year) {
        return unit.run(() -> commands.once(command, () -> insert(command, year, clock.instant())));
    }

    private Mono<Imported> insert(Command command, HolidayYear year, Instant now) {
        String sha256 = digest(year.text());
        return database.sql("""
                        insert into calendar_announcement (year, body, sha256, imported_by, imported_at)
                        values (:year, :body, :sha256, :by, :now) returning id""")
                .bind("year", year.year())
                .bind("body", year.text())
                .bind("sha256", sha256)
                .bind("by", command.actor().id())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapValue(Long.class)
                .one()
                .map(number -> new Imported(
                        number, year.year(), sha256, command.actor().id(), now));
    }

    /** Makes the files that are missing. Harmless at any time. */
    public Mono<Void> publish() {
        return database.sql("select id, year, body from calendar_announcement order by id")
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMap(shelf::place);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
