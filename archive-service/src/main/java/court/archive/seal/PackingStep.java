package court.archive.seal;

import court.archive.pack.Packed;
import court.archive.seal.Sealing.Packing;
import court.archive.seal.Sealing.Sealed;
import court.platform.contract.DossierEvent.Cut;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes a package, keeps it, takes the work away. Blocks. */
@Component
class PackingStep {

    private static final Logger LOG = LoggerFactory.getLogger(PackingStep.class);

    private final Sealings sealings;
    private final PackageMaker maker;
    private final SealedFiles files;

    PackingStep(Sealings sealings, PackageMaker maker, SealedFiles files) {
        this.sealings = sealings;
        this.maker = maker;
        this.files = files;
    }

    void make(Packing packing) throws IOException {
        long begun = System.nanoTime();
        Packed packed = maker.make(packing, before(packing));
        files.keep(packing, packed);
        maker.cleanUp(packing.packageId());
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        LOG.info("sealed {} with {} pages in {} ms", packing.packageId(), packed.pages(), millis);
    }

    private List<Cut> before(Packing packing) {
        return sealings.before(packing).block() instanceof Sealed it ? it.cut() : List.of();
    }
}
