package court.archive.seal;

import static court.archive.RunningArchive.APPLICANT;
import static court.archive.RunningArchive.ARCHIVE;
import static court.archive.RunningArchive.sample;

import court.archive.RunningArchive.Told;
import court.platform.blob.BlobStore;
import court.platform.blob.StoredBlob;
import court.platform.contract.FileRef;
import court.platform.model.Uuid7;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

/** A case from application to closing, as the archive hears of it; its files are really in the blob store. */
final class ClosedCase {

    /** Under which the sample application names its one document. */
    static final String MATERIAL = "44444444-4444-4444-8444-444444444444";

    static final String SOUND = "44444444-4444-4444-8444-444444444455";

    final UUID id = Uuid7.at(Instant.now());
    final List<Told> told = new ArrayList<>();
    final FileRef material;
    final FileRef sound = keep(SOUND, "audio/mpeg", "sound".getBytes(StandardCharsets.UTF_8));

    ClosedCase(byte[] pdf) {
        material = keep(MATERIAL, "application/pdf", pdf);
        filing("FilingSubmitted", material);
        filing("JudgeAssigned");
        filing("CaseAccepted");
        interaction("RoomOpened");
        interaction("MessagePosted", sound);
        interaction("TalkOpened");
        interaction("TalkConfirmed");
        asset("AssetQueryAnswered");
        ARCHIVE.entered(8, id);
    }

    /** The judge closes it. */
    ClosedCase close() {
        interaction("CaseClosed");
        return this;
    }

    Told filing(String type, FileRef... files) {
        return speak("filing", type, files);
    }

    Told interaction(String type, FileRef... files) {
        return speak("interaction", type, files);
    }

    Told asset(String type) {
        return speak("asset", type);
    }

    private Told speak(String source, String type, FileRef... files) {
        long sequence = told.stream().filter(it -> it.source().equals(source)).count() + 1;
        Told fact = ARCHIVE.speak(Instant.now(), id, source, sequence, sample(type), List.of(files), APPLICANT);
        told.add(fact);
        return fact;
    }

    FileRef keep(String fileId, String mediaType, byte[] bytes) {
        StoredBlob blob = Objects.requireNonNull(ARCHIVE.service
                .bean(BlobStore.class)
                .put(id, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)), Long.MAX_VALUE)
                .block());
        return new FileRef(
                fileId,
                mediaType,
                blob.size(),
                blob.digests().sha256(),
                blob.digests().sm3());
    }
}
