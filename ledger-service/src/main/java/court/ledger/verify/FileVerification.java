package court.ledger.verify;

import court.ledger.log.LeafProofs;
import court.ledger.verify.Verdict.Asked;
import court.platform.blob.BlockingWork;
import court.platform.blob.RunningDigests;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.PooledDataBuffer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Judges a file that somebody holds. Its bytes are counted and digested as they pass; nothing of them is kept. */
@Component
class FileVerification {

    private final LeafProofs proofs;
    private final DataSize limit;

    FileVerification(LeafProofs proofs, @Value("${court.ledger.verify.limit}") DataSize limit) {
        this.proofs = proofs;
        this.limit = limit;
    }

    /** @param sha256 64 hexadecimal digits, large or small */
    Mono<Verdict> digest(@Nullable String sha256) {
        if (sha256 == null || !sha256.matches("[0-9a-fA-F]{64}")) {
            throw VerifyRefusal.NOT_A_DIGEST.because();
        }
        return judge(new Asked(sha256.toLowerCase(Locale.ROOT), null, null));
    }

    Mono<Verdict> file(Flux<DataBuffer> bytes) {
        return Mono.defer(() -> {
                    Passing passing = new Passing();
                    // one buffer at a time and no queue: a queue before another thread can be forgotten on cancel
                    return bytes.concatMap(it -> BlockingWork.toItsEnd(() -> passing.take(it)), 0)
                            .doOnDiscard(PooledDataBuffer.class, DataBufferUtils::release)
                            .then(Mono.fromSupplier(passing::finish));
                })
                .flatMap(this::judge);
    }

    private Mono<Verdict> judge(Asked asked) {
        return proofs.find(asked.sha256())
                .map(proven -> Verdict.of(asked, proven))
                .switchIfEmpty(Mono.fromSupplier(() -> Verdict.unknown(asked)));
    }

    private final class Passing {

        private final RunningDigests digests = new RunningDigests();
        private long size;
        private boolean begun;

        void take(DataBuffer buffer) {
            begun = true; // an empty file comes as one piece of nothing
            try {
                byte[] bytes = new byte[buffer.readableByteCount()];
                buffer.read(bytes);
                size += bytes.length;
                if (size > limit.toBytes()) {
                    throw VerifyRefusal.TOO_LARGE.because(limit.toMegabytes());
                }
                digests.update(bytes, bytes.length);
            } finally {
                DataBufferUtils.release(buffer);
            }
        }

        Asked finish() {
            if (!begun) {
                throw VerifyRefusal.NO_FILE.because();
            }
            return Asked.of(digests.finish(), size);
        }
    }
}
