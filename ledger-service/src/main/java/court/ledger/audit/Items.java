package court.ledger.audit;

import court.ledger.audit.AuditRows.StoredFact;
import court.ledger.audit.AuditRows.StoredFile;
import court.ledger.audit.AuditRows.StoredMention;
import court.ledger.log.RowSeal;
import court.ledger.verify.FactBody;
import court.platform.blob.BlobStore;
import court.platform.blob.Reread;
import court.platform.model.Digests;
import court.platform.note.Leaf;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Facts and files behind the leaves: their rows, their bytes, and that each leaf has exactly one of them. Blocks. */
@Component
class Items {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final AuditRows rows;
    private final RowSeal seal;
    private final BlobStore blobs;

    Items(AuditRows rows, RowSeal seal, BlobStore blobs) {
        this.rows = rows;
        this.seal = seal;
        this.blobs = blobs;
    }

    /**
     * Reads what stands behind a stretch of leaves.
     *
     * @param leaves by place, as they were proved; absent where no copy of the leaf is left
     * @return how many bytes were read
     */
    long check(long from, List<@Nullable Leaf> leaves, Consumer<Trouble> troubles) {
        long to = from + leaves.size();
        List<Long> unclaimed = rows.unclaimed(from, to); // before the facts that may claim them meanwhile
        List<StoredFact> facts = rows.facts(from, to);
        List<StoredFile> files = rows.files(from, to);
        Map<UUID, Set<StoredMention>> mentions =
                rows.mentions(facts.stream().map(it -> it.row().factId()).toList()).stream()
                        .collect(Collectors.groupingBy(StoredMention::factId, Collectors.toSet()));
        oneEach(from, leaves.size(), unclaimed, facts, files, troubles);
        long bytes = 0;
        for (StoredFact fact : facts) {
            Leaf leaf = leaves.get((int) (Objects.requireNonNull(fact.row().leaf()) - from));
            check(fact, leaf == null ? null : leaf.digests(), troubles);
            checkMentions(fact, mentions.getOrDefault(fact.row().factId(), Set.of()), troubles);
            bytes += fact.body().length;
        }
        for (StoredFile file : files) {
            Leaf leaf = leaves.get((int) (file.row().leaf() - from));
            check(file, leaf == null ? null : leaf.digests(), troubles);
            bytes += file.row().size();
        }
        return bytes;
    }

    /** Reads every fact that has no leaf. */
    void checkLeafless(Consumer<Trouble> troubles) {
        List<StoredFact> facts = rows.leafless(new UUID(0, 0), "");
        while (!facts.isEmpty()) {
            facts.forEach(it -> check(it, null, troubles));
            StoredFact last = facts.getLast();
            facts = rows.leafless(last.row().factId(), last.row().sha256());
        }
    }

    private static void oneEach(
            long from,
            int width,
            List<Long> unclaimed,
            List<StoredFact> facts,
            List<StoredFile> files,
            Consumer<Trouble> troubles) {
        int[] found = new int[width];
        facts.forEach(it -> found[(int) (Objects.requireNonNull(it.row().leaf()) - from)]++);
        files.forEach(it -> found[(int) (it.row().leaf() - from)]++);
        for (int at = 0; at < width; at++) {
            boolean isOnItsWay = found[at] == 0 && unclaimed.contains(from + at);
            if (found[at] != 1 && !isOnItsWay) {
                String what = found[at] == 0 ? "第 %d 项没有登记：登记行已不在" : "第 %d 项有多行登记";
                troubles.accept(new Trouble(Spot.FACT, "leaf " + (from + at), what.formatted(from + at)));
            }
        }
    }

    private void check(StoredFact fact, @Nullable Digests proved, Consumer<Trouble> troubles) {
        Digests found = new FactBody(ByteBuffer.wrap(fact.body())).digests();
        String item = item(fact);
        if (!found.equals(
                proved == null ? written(fact.row().sha256(), fact.row().sm3()) : proved)) {
            troubles.accept(new Trouble(Spot.FACT, item, "存储的原文与记入时不同"));
        }
        if (!seal.holds(fact.row(), fact.seal())) {
            troubles.accept(new Trouble(Spot.FACT, item + " row", "登记的内容与写入时不同"));
        }
        if (fact.isAfterAHole()) {
            troubles.accept(new Trouble(Spot.FACT, item + " before", "同一来源的上一号事实不在账本中"));
        }
    }

    /** What was already unreadable when it came says nothing of its files. */
    private void checkMentions(StoredFact fact, Set<StoredMention> stored, Consumer<Trouble> troubles) {
        if (!fact.row().flaws().isEmpty()) {
            return;
        }
        Set<StoredMention> own = new FactBody(ByteBuffer.wrap(fact.body()))
                .files().stream()
                        .map(it -> new StoredMention(
                                fact.row().factId(), fact.row().caseId(), it))
                        .collect(Collectors.toSet());
        if (!own.equals(stored)) {
            troubles.accept(new Trouble(Spot.MENTION, item(fact), "登记的附件与事实原文不同"));
        }
    }

    private void check(StoredFile file, @Nullable Digests proved, Consumer<Trouble> troubles) {
        String item = "leaf " + file.row().leaf();
        Digests listed = written(file.row().sha256(), file.row().sm3());
        if (!seal.holds(file.row(), file.seal()) || proved != null && !proved.equals(listed)) {
            troubles.accept(new Trouble(Spot.FILE_ENTRY, item, "登记的内容与写入时不同"));
        }
        Digests wanted = proved == null ? listed : proved;
        if (wanted == null) {
            return; // neither the leaf nor the row is left; both are named
        }
        Reread reread =
                Objects.requireNonNull(blobs.reread(file.row().caseId(), wanted).block(PATIENCE));
        if (reread.state() == Reread.State.DAMAGED || reread.state() == Reread.State.MISSING) {
            troubles.accept(new Trouble(Spot.FILE, item, reread.where()));
        }
    }

    private static @Nullable Digests written(String sha256, String sm3) {
        try {
            return new Digests(sha256, sm3);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static String item(StoredFact fact) {
        return fact.row().leaf() == null
                ? "fact " + fact.row().factId()
                : "leaf " + fact.row().leaf();
    }
}
