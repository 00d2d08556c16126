package court.ledger.audit;

import court.platform.merkle.Hash;
import court.platform.merkle.NodeReader;
import court.platform.merkle.Position;
import court.platform.merkle.Proofs;
import court.platform.merkle.TileReader;
import court.platform.merkle.TileRejected;
import court.platform.merkle.Tree;
import court.platform.merkle.TreeHead;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of a stretch of leaves as several places have them. Which of them is right is never a matter of trust: it is the
 * one that leads to the signed root.
 *
 * @param from the first leaf; a multiple of the width of a full tile
 * @param width how many leaves
 * @param all by place; absent is a hash that the place does not have
 */
record Copies(long from, int width, List<List<@Nullable Hash>> all) {

    /**
     * The hashes that lead to the root, empty when none do.
     *
     * @param above readers of the nodes outside of this stretch
     */
    Optional<List<Hash>> proven(TreeHead signed, List<NodeReader> above) {
        return Stream.concat(all.stream().filter(Copies::isWhole), Stream.of(mostFound()))
                .<List<Hash>>map(List::copyOf)
                .filter(hashes -> above.stream().anyMatch(it -> leads(hashes, signed, it)))
                .findFirst();
    }

    /** At each place what most have: what is gone on with when nothing is proved. */
    List<Hash> mostFound() {
        return IntStream.range(0, width)
                .mapToObj(at -> all.stream()
                        .map(it -> it.get(at))
                        .filter(Objects::nonNull)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .map(found -> found.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(Hash.EMPTY_TREE))
                .toList();
    }

    /** Which nodes outside are read to prove a stretch. */
    static List<Position> above(long from, int width, long size) {
        return Tree.needed(size, it -> it.inclusion(from)).stream()
                .filter(it -> !isInside(it, from, width))
                .toList();
    }

    /** The path of the first leaf runs over all the others. */
    private boolean leads(List<Hash> hashes, TreeHead signed, NodeReader outside) {
        try {
            Tree tree = new Tree(
                    signed.size(),
                    position -> isInside(position, from, width) ? inside(position, hashes) : outside.read(position));
            return Proofs.includes(signed, from, hashes.getFirst(), tree.inclusion(from));
        } catch (TileRejected unreadable) {
            return false;
        }
    }

    private Hash inside(Position position, List<Hash> hashes) {
        int start = (int) ((position.index() << position.level()) - from);
        return TileReader.top(hashes.subList(start, start + (1 << position.level())));
    }

    private static boolean isInside(Position position, long from, int width) {
        long start = position.index() << position.level();
        return start >= from && start + (1L << position.level()) <= from + width;
    }

    private static boolean isWhole(List<@Nullable Hash> hashes) {
        return hashes.stream().noneMatch(Objects::isNull);
    }
}
