package court.archive.sync;

import court.archive.sync.Bundles.Made;
import court.archive.sync.ExportFolder.Returned;
import court.platform.model.Refused;
import court.platform.task.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Sends what is ready and takes what came back. */
@Component
class SyncTask {

    private static final Logger LOG = LoggerFactory.getLogger(SyncTask.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 20;

    private final Packing packing;
    private final Bundles bundles;
    private final AcknowledgementDesk desk;
    private final ExportFolder folder;
    private final SyncSettings settings;

    SyncTask(Packing packing, Bundles bundles, AcknowledgementDesk desk, ExportFolder folder, SyncSettings settings) {
        this.packing = packing;
        this.bundles = bundles;
        this.desk = desk;
        this.folder = folder;
        this.settings = settings;
    }

    @Bean
    Rounds syncBundles() {
        return new Rounds("sync", settings.every(), this::round);
    }

    private void round() throws IOException {
        while (Boolean.TRUE.equals(packing.next().block(PATIENCE))) {
            LOG.info("made a bundle");
        }
        Path export = settings.export();
        if (export != null) {
            export(export);
            takeBack(export);
        }
    }

    private void export(Path export) throws IOException {
        List<Made> waiting = Objects.requireNonNull(
                bundles.notExported(AT_ONCE).collectList().block(PATIENCE));
        for (Made made : waiting) {
            export(export, made);
        }
    }

    /** One that cannot be read holds up no other; the intranet sees the gap and says so. */
    private void export(Path export, Made made) throws IOException {
        try {
            folder.put(export, made);
            bundles.exported(made).block(PATIENCE);
        } catch (Refused damaged) {
            LOG.error("cannot put out bundle {} of {}: {}", made.number(), made.court(), damaged.detail());
        }
    }

    private void takeBack(Path export) throws IOException {
        for (Returned returned : folder.returned(export)) {
            try {
                desk.take(returned.court(), Files.readAllBytes(returned.file())).block(PATIENCE);
                folder.done(returned);
            } catch (Refused refused) {
                if (refused.refusal() != SyncRefusal.NUMBER_AWAITED) { // the earlier one is still under way
                    LOG.warn("refused {}: {}", returned.file(), refused.detail());
                    folder.aside(returned);
                }
            }
        }
    }
}
