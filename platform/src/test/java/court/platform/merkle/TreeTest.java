package court.platform.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TreeTest {

    private static final int LARGEST = 130;

    private static final List<Hash> LEAVES = IntStream.range(0, LARGEST)
            .mapToObj(i -> Hash.ofLeaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();
    private static final Map<Position, Hash> STORED = new HashMap<>();
    private static final List<TreeHead> HEADS = new ArrayList<>();

    /** Fails where the tree reads what was never stored. */
    private static Hash stored(Position position) {
        Hash hash = STORED.get(position);
        assertThat(hash).as("%s is stored", position).isNotNull();
        return hash;
    }

    @BeforeAll
    static void grow() {
        Frontier frontier = Frontier.of(0, TreeTest::stored);
        HEADS.add(frontier.head());
        for (Hash leaf : LEAVES) {
            for (Node node : frontier.append(leaf)) {
                assertThat(STORED.put(node.position(), node.hash())).isNull();
            }
            HEADS.add(frontier.head());
        }
    }

    @Test
    void theRootOfEachSizeIsWhatTheDefinitionSays() {
        for (int size = 0; size <= LARGEST; size++) {
            Hash defined = definedRoot(LEAVES.subList(0, size));

            assertThat(HEADS.get(size)).isEqualTo(new TreeHead(size, defined));
            assertThat(new Tree(size, TreeTest::stored).head()).isEqualTo(new TreeHead(size, defined));
        }
    }

    @Test
    void aFrontierTakenUpAgainGrowsTheSameTree() {
        for (int size = 0; size < LARGEST; size++) {
            Frontier again = Frontier.of(size, TreeTest::stored);

            List<Node> whole = again.append(LEAVES.get(size));

            assertThat(whole).allSatisfy(it -> assertThat(it.hash()).isEqualTo(stored(it.position())));
            assertThat(again.head()).isEqualTo(HEADS.get(size + 1));
        }
    }

    @Test
    void eachInclusionProofIsTheDefinedPathAndHoldsOnlyForItsLeafAndPlace() {
        for (int size = 1; size <= LARGEST; size++) {
            TreeHead head = HEADS.get(size);
            for (int index = 0; index < size; index++) {
                List<Hash> path = new Tree(size, TreeTest::stored).inclusion(index);
                Hash other = LEAVES.get((index + 1) % LARGEST);

                assertThat(path).isEqualTo(definedPath(index, LEAVES.subList(0, size)));
                assertThat(Proofs.includes(head, index, LEAVES.get(index), path))
                        .isTrue();
                assertThat(Proofs.includes(head, index, other, path)).isFalse();
                assertThat(Proofs.includes(head, index + 1L, LEAVES.get(index), path))
                        .isFalse();
            }
        }
    }

    @Test
    void eachConsistencyProofIsTheDefinedOneAndHoldsOnlyForItsRoots() {
        for (int size = 1; size <= LARGEST; size++) {
            TreeHead newer = HEADS.get(size);
            for (int older = 1; older <= size; older++) {
                List<Hash> proof = new Tree(size, TreeTest::stored).consistency(older);
                TreeHead rewritten = new TreeHead(older, Hash.ofLeaf(new byte[] {1}));

                assertThat(proof).isEqualTo(definedProof(older, LEAVES.subList(0, size), true));
                assertThat(Proofs.consistent(HEADS.get(older), newer, proof)).isTrue();
                assertThat(Proofs.consistent(rewritten, newer, proof)).isFalse();
                assertThat(Proofs.consistent(HEADS.get(older), new TreeHead(size, rewritten.root()), proof))
                        .isFalse();
            }
        }
    }

    @Test
    void theNeededNodesAreExactlyThoseThatAreRead() {
        for (int size = 1; size <= LARGEST; size++) {
            int index = size / 3;

            Set<Position> needed = Tree.needed(size, it -> it.inclusion(index));

            Map<Position, Hash> fetched = new HashMap<>();
            needed.forEach(it -> fetched.put(it, stored(it)));
            assertThat(new Tree(size, fetched::remove).inclusion(index)).doesNotContainNull();
            assertThat(needed).hasSizeLessThan(20);
        }
    }

    @Test
    void noProofIsMadeOutsideTheTree() {
        Tree tree = new Tree(7, TreeTest::stored);

        assertThatThrownBy(() -> tree.inclusion(7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(8)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyTreeHasTheRootOfNothing() {
        assertThat(TreeHead.EMPTY.root())
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    // What follows is the definition in RFC 9162 §2.1, written down word by word over whole lists.

    private static Hash definedRoot(List<Hash> d) {
        if (d.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        if (d.size() == 1) {
            return d.getFirst();
        }
        int k = k(d.size());
        return Hash.join(definedRoot(d.subList(0, k)), definedRoot(d.subList(k, d.size())));
    }

    private static List<Hash> definedPath(int m, List<Hash> d) {
        if (d.size() == 1) {
            return List.of();
        }
        int k = k(d.size());
        List<Hash> left = d.subList(0, k);
        List<Hash> right = d.subList(k, d.size());
        return m < k
                ? plus(definedPath(m, left), definedRoot(right))
                : plus(definedPath(m - k, right), definedRoot(left));
    }

    private static List<Hash> definedProof(int m, List<Hash> d, boolean b) {
        if (m == d.size()) {
            return b ? List.of() : List.of(definedRoot(d));
        }
        int k = k(d.size());
        List<Hash> left = d.subList(0, k);
        List<Hash> right = d.subList(k, d.size());
        return m <= k
                ? plus(definedProof(m, left, b), definedRoot(right))
                : plus(definedProof(m - k, right, false), definedRoot(left));
    }

    private static List<Hash> plus(List<Hash> list, Hash last) {
        List<Hash> all = new ArrayList<>(list);
        Collections.addAll(all, last);
        return all;
    }

    /** The largest power of two smaller than n. */
    private static int k(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
