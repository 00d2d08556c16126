package court.archive.seal;

import court.archive.pack.Packed;
import court.archive.seal.Sealing.Packing;
import court.platform.blob.BlobStore;
import court.platform.blob.StoredBlob;
import court.platform.contract.DossierEvent.DossierSealed;
import court.platform.contract.Fact;
import court.platform.contract.FileRef;
import court.platform.outbox.Outbox;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps a package for good: first its bytes, then in one transaction its row, its fact and the end of its sealing. */
@Component
class SealedFiles {

    private static final int PART = 64 * 1024;
    private static final Actor OURSELVES = Actor.service("archive");

    private final BlobStore blobs;
    private final WriteUnit unit;
    private final Sealings sealings;
    private final Packages packages;
    private final Outbox outbox;

    SealedFiles(BlobStore blobs, WriteUnit unit, Sealings sealings, Packages packages, Outbox outbox) {
        this.blobs = blobs;
        this.unit = unit;
        this.sealings = sealings;
        this.packages = packages;
        this.outbox = outbox;
    }

    /** Blocks until it is durable. Of two who try at once, one does it and the other finds it done. */
    void keep(Packing packing, Packed packed) {
        FileRef zip = file(packing, packed.zip(), "package", "application/zip");
        FileRef volume = file(packing, packed.volume(), "volume", "application/pdf");
        unit.run(() -> sealings.lock(packing.caseId())
                        .filter(packing::equals)
                        .flatMap(mine -> write(packing, row(packing, packed, zip, volume), List.of(zip, volume))))
                .block();
    }

    /** The same bytes are the same blob, so a second try stores nothing twice. */
    private FileRef file(Packing packing, Path file, String role, String mediaType) {
        StoredBlob blob = Objects.requireNonNull(blobs.put(
                        packing.caseId(),
                        DataBufferUtils.read(file, DefaultDataBufferFactory.sharedInstance, PART),
                        Long.MAX_VALUE)
                .block());
        byte[] name = (packing.packageId() + "/" + role).getBytes(StandardCharsets.UTF_8);
        return new FileRef(
                UUID.nameUUIDFromBytes(name).toString(),
                mediaType,
                blob.size(),
                blob.digests().sha256(),
                blob.digests().sm3());
    }

    private Mono<Void> write(Packing packing, SealedPackage row, List<FileRef> files) {
        DossierSealed sealed = new DossierSealed(
                packing.packageId().toString(),
                packing.number(),
                packing.cut(),
                row.fileId(),
                row.volumeFileId(),
                row.seal(),
                row.pages());
        return packages.add(row)
                .then(sealings.write(packing.seal()))
                .then(outbox.tell(
                        packing.caseId(),
                        OURSELVES,
                        List.of(Fact.courtOnly(sealed).with(files))));
    }

    private static SealedPackage row(Packing packing, Packed packed, FileRef zip, FileRef volume) {
        return new SealedPackage(
                0,
                packing.packageId(),
                packing.caseId(),
                packing.number(),
                packed.caseNumber(),
                packed.court(),
                packed.pages(),
                zip.id(),
                packed.name(),
                zip.size(),
                zip.sha256(),
                zip.sm3(),
                volume.id(),
                volume.size(),
                volume.sha256(),
                volume.sm3(),
                packed.seal(),
                null,
                packing.sealedAt(),
                null);
    }
}
