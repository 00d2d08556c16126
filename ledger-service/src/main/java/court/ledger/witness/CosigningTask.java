package court.ledger.witness;

import court.ledger.log.Checkpoints.Signed;
import court.ledger.log.Cosignatures;
import court.ledger.log.Leaves;
import court.ledger.log.Publication;
import court.ledger.witness.WitnessClient.Reply;
import court.platform.merkle.Hash;
import court.platform.merkle.Tree;
import court.platform.note.CosigningRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/**
 * Shows the newest checkpoint to all witnesses at once, so that they put their names under the same one. A witness that is
 * away or refuses costs its own signature and nothing else: nobody waits for this but who wants it.
 */
@Component
class CosigningTask {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Publication publication;
    private final Leaves leaves;
    private final Cosignatures cosignatures;
    private final Witnesses witnesses;
    private final Untold untold;

    CosigningTask(
            Publication publication, Leaves leaves, Cosignatures cosignatures, Witnesses witnesses, Untold untold) {
        this.publication = publication;
        this.leaves = leaves;
        this.cosignatures = cosignatures;
        this.witnesses = witnesses;
        this.untold = untold;
    }

    void round() throws InterruptedException {
        Signed signed = shown();
        if (signed.head().size() == 0) {
            return;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(witnesses.clients().stream()
                    .map(it -> Executors.callable(() -> show(signed, it)))
                    .toList());
        }
    }

    private Signed shown() {
        return Objects.requireNonNull(publication.shown().block(PATIENCE));
    }

    private void show(Signed signed, WitnessClient witness) {
        long size = signed.head().size();
        long last = Objects.requireNonNull(cosignatures.last(witness.name()).block(PATIENCE));
        witnesses.behind(witness, size - last);
        if (last >= size || !isWhole(signed) || isOwed(witness)) {
            return;
        }
        try {
            settle(signed, witness, ask(signed, witness, last));
        } catch (IOException away) {
            witnesses.trouble(witness, "is away: " + away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of a tree that is not stored as it was signed no proof would hold; the audit says what is wrong with it. */
    private boolean isWhole(Signed signed) {
        return signed.head()
                .equals(leaves.tree(signed.head().size(), Tree::head)
                        .map(Tree::head)
                        .block(PATIENCE));
    }

    private boolean isOwed(WitnessClient witness) {
        return Objects.requireNonNull(untold.isOwed(witness.name()).block(PATIENCE));
    }

    private Reply ask(Signed signed, WitnessClient witness, long last) throws IOException, InterruptedException {
        Reply reply = witness.ask(request(signed, last));
        return reply instanceof Reply.GoesOnFrom(long seen)
                        && seen != last
                        && seen <= signed.head().size()
                ? witness.ask(request(signed, seen))
                : reply;
    }

    private void settle(Signed signed, WitnessClient witness, Reply reply) {
        switch (reply) {
            case Reply.Cosigned(var cosignature) -> {
                cosignatures.add(signed.head().size(), cosignature).block(PATIENCE);
                witnesses.behind(witness, 0);
                witnesses.cosigned(witness);
            }
            case Reply.GoesOnFrom(long seen) -> {
                if (seen <= signed.head().size() || seen > shown().head().size()) {
                    witnesses.refused(
                            witness,
                            "has seen another tree of %d leaves; ours has %d"
                                    .formatted(seen, signed.head().size()));
                } // else another instance showed it a larger one meanwhile
            }
            case Reply.Refused(String why) -> witnesses.refused(witness, why);
        }
    }

    private CosigningRequest request(Signed signed, long old) {
        return new CosigningRequest(
                old, old == 0 ? List.of() : proof(signed.head().size(), old), signed.note());
    }

    private List<Hash> proof(long size, long old) {
        return Objects.requireNonNull(leaves.tree(size, it -> it.consistency(old))
                .map(it -> it.consistency(old))
                .block(PATIENCE));
    }
}
