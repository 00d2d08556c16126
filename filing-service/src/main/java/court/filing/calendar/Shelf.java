package court.filing.calendar;

import court.filing.calendar.Announcements.Row;
import court.platform.calendar.Calendars;
import court.platform.files.DurableFiles;
import court.platform.files.FileSteps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The folder from which all services read announcements: one durable file for each import, in the order of imports. */
@Component
class Shelf {

    private final Path folder;
    private final FileSteps steps;
    private final Calendars calendars;
    private final Scheduler blocking;

    Shelf(@Value("${court.calendar}") Path folder, FileSteps steps, Calendars calendars, Scheduler blocking) {
        this.folder = folder;
        this.steps = steps;
        this.calendars = calendars;
        this.blocking = blocking;
    }

    /** Writes those that are not there and lets this process see them at once. */
    Mono<Void> place(List<Row> rows) {
        return Mono.fromCallable(() -> missing(rows)).subscribeOn(blocking).then();
    }

    private Calendars.Edition missing(List<Row> rows) throws IOException {
        for (Row row : rows) {
            // named so that imports come after files laid there by hand, the later after the earlier
            Path file = folder.resolve("import-%09d-%d.json".formatted(row.id(), row.year()));
            if (!Files.exists(file)) {
                steps.createFolders(folder);
                new DurableFiles(steps).createOnce(file, row.body().getBytes(StandardCharsets.UTF_8));
            }
        }
        return calendars.refresh();
    }
}
