package court.deploy.agent;

import court.deploy.agent.Step.Taken;
import court.platform.bag.Bag;
import court.platform.bag.BagCheck;
import court.platform.bag.BagFlaw;
import court.platform.bag.BagReport;
import court.platform.bag.ProofCheck;
import court.platform.bundle.Delivery;
import court.platform.model.Digests;
import court.platform.note.NoteRejected;
import court.platform.note.TlogProof;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks a package wholly and without asking anybody: its own digests and its own proof, every file against every list,
 * the seal, each fact and file on the ledger, and what the package says of itself.
 */
final class Inspection {

    private static final int MOST_NAMED = 5;
    private static final int LONGEST = 500;

    private final Delivery delivery;
    private final Trusted trusted;

    Inspection(Delivery delivery, Trusted trusted) {
        this.delivery = delivery;
        this.trusted = trusted;
    }

    /**
     * What was found right.
     *
     * @param year the year in the case number
     * @param taken how far the case is with this package
     */
    record Right(String caseNumber, String year, Taken taken) {}

    /**
     * @param zip lies on our disk
     * @param before how far the case was
     * @throws Wrong names the first files that are wrong
     */
    Right check(Path zip, byte[] proof, Taken before) throws IOException, Wrong {
        checkProof(proof);
        List<BagFlaw> flaws = new ArrayList<>();
        checkOwnDigests(zip, flaws);
        try (Bag bag = Bag.open(zip)) {
            BagReport report = BagCheck.check(bag, trusted.seal());
            flaws.addAll(report.flaws());
            if (flaws.isEmpty()) {
                flaws.addAll(ProofCheck.check(bag, trusted.ledger()));
            }
            refuse(flaws);
            if (!report.packageId().equals(delivery.packageId().toString())) {
                throw new Wrong("seal", "封印属于另一个封卷包");
            }
            return PackageIndex.of(bag).check(delivery, before);
        } catch (IOException unreadable) {
            refuse(flaws); // what came is not what was sent: no wonder that it cannot be read
            throw unreadable;
        }
    }

    private void checkProof(byte[] proof) throws Wrong {
        String name = delivery.proof().name();
        if (!Fingerprint.of(proof).sha256().equals(delivery.proof().sha256())) {
            throw new Wrong(name, "内容与数据包说明中的摘要不符");
        }
        try {
            Digests zip =
                    new Digests(delivery.payload().sha256(), delivery.payload().sm3());
            TlogProof.parse(proof).requireProves(zip, trusted.ledger());
        } catch (NoteRejected rejected) {
            throw new Wrong(name, "存证证明不成立（" + rejected.getMessage() + "）");
        }
    }

    /** Goes on when they differ: what is in the package tells which file it is. */
    private void checkOwnDigests(Path zip, List<BagFlaw> flaws) throws IOException {
        Fingerprint found = Fingerprint.of(zip);
        if (found.size() != delivery.payload().size()
                || !found.sha256().equals(delivery.payload().sha256())
                || !found.sm3().equals(delivery.payload().sm3())) {
            flaws.add(new BagFlaw(delivery.payload().name(), BagFlaw.Kind.DIGEST, "与数据包说明中的摘要不符"));
        }
    }

    private static void refuse(List<BagFlaw> flaws) throws Wrong {
        if (flaws.isEmpty()) {
            return;
        }
        String all = flaws.stream()
                .skip(1)
                .limit(MOST_NAMED - 1L)
                .map(it -> "；" + it.file() + "：" + it.kind() + " " + it.reason())
                .collect(Collectors.joining());
        BagFlaw first = flaws.getFirst();
        String reason = first.kind() + " " + first.reason() + all;
        throw new Wrong(first.file(), reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason);
    }
}
