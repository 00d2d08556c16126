package court.ledger.log;

import court.ledger.log.Known.FactKey;
import court.ledger.log.Known.FileKey;
import court.platform.contract.FileRef;
import court.platform.merkle.Frontier;
import court.platform.merkle.Node;
import court.platform.merkle.TreeHead;
import court.platform.model.Digests;
import court.platform.note.Leaf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one batch adds to the ledger: decided in memory, then written as it stands. */
final class Growth {

    private final Frontier frontier;
    private final Set<FactKey> facts;
    private final Set<UUID> factIds;
    private final Set<FileKey> files;
    private final Map<Digests, Deque<Long>> unclaimed;
    private final List<Long> claimed = new ArrayList<>();
    private final List<Entered> entered = new ArrayList<>();
    private final List<EnteredFile> enteredFiles = new ArrayList<>();
    private final Set<Mention> mentions = new LinkedHashSet<>();
    private final List<Placed> leaves = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    /** A fact taken in; machinery without a leaf. */
    record Entered(Arrival arrival, @Nullable Long leaf, List<Flaw> flaws) {}

    /** A file seen for the first time in its case. */
    record EnteredFile(UUID caseId, FileRef file, long leaf) {}

    /** That a fact carries a file. */
    record Mention(UUID factId, UUID caseId, String sha256) {}

    /** A leaf in its place. */
    record Placed(long index, Leaf leaf) {}

    private Growth(Known known) {
        frontier = known.frontier();
        facts = new HashSet<>(known.facts());
        factIds = known.facts().stream().map(FactKey::factId).collect(Collectors.toCollection(HashSet::new));
        files = new HashSet<>(known.files());
        unclaimed = known.unclaimed();
    }

    /** Each fact not known yet gets its leaf, in the order it came, and after it each of its files not known yet. */
    static Growth of(Known known, List<Arrival> batch) {
        Growth growth = new Growth(known);
        batch.forEach(growth::enter);
        return growth;
    }

    private void enter(Arrival arrival) {
        if (!facts.add(new FactKey(arrival.factId(), arrival.digests().sha256()))) {
            return; // redelivered
        }
        List<Flaw> flaws = new ArrayList<>(arrival.flaws());
        if (!factIds.add(arrival.factId())) {
            flaws.add(Flaw.ID_REUSED);
        }
        boolean hasLeaf = arrival.heading().hasLeaf();
        entered.add(new Entered(arrival, hasLeaf ? place(arrival.digests()) : null, flaws));
        if (hasLeaf) {
            arrival.files().forEach(file -> enter(arrival, file));
        }
    }

    private void enter(Arrival arrival, FileRef file) {
        mentions.add(new Mention(arrival.factId(), arrival.caseId(), file.sha256()));
        if (files.add(new FileKey(arrival.caseId(), file.sha256()))) {
            enteredFiles.add(new EnteredFile(arrival.caseId(), file, place(file.digests())));
        }
    }

    private long place(Digests digests) {
        Deque<Long> waiting = unclaimed.getOrDefault(digests, new ArrayDeque<>());
        if (waiting.isEmpty()) {
            return place(Leaf.of(digests));
        }
        claimed.add(waiting.getFirst());
        return waiting.removeFirst();
    }

    private long place(Leaf leaf) {
        Placed placed = new Placed(frontier.size(), leaf);
        leaves.add(placed);
        nodes.addAll(frontier.append(placed.leaf().hash()));
        return placed.index();
    }

    /** Leaves that were shown before, each again in its place. */
    static Growth again(Frontier frontier, List<Leaf> leaves) {
        Growth growth = new Growth(new Known(frontier, Set.of(), Set.of(), Map.of()));
        leaves.forEach(growth::place);
        return growth;
    }

    /** Restored leaves whose facts or files have come. */
    List<Long> claimed() {
        return claimed;
    }

    /** Leaves of the tree it is added to. */
    long before() {
        return frontier.size() - leaves.size();
    }

    List<Entered> entered() {
        return entered;
    }

    List<EnteredFile> enteredFiles() {
        return enteredFiles;
    }

    List<Mention> mentions() {
        return List.copyOf(mentions);
    }

    List<Placed> leaves() {
        return leaves;
    }

    List<Node> nodes() {
        return nodes;
    }

    TreeHead head() {
        return frontier.head();
    }
}
