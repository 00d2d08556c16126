package court.platform.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.platform.merkle.EntryBundle;
import court.platform.merkle.Frontier;
import court.platform.merkle.Hash;
import court.platform.merkle.Node;
import court.platform.merkle.Position;
import court.platform.merkle.Proofs;
import court.platform.merkle.Tile;
import court.platform.merkle.TileReader;
import court.platform.merkle.TileRejected;
import court.platform.merkle.Tree;
import court.platform.merkle.TreeHead;
import court.platform.model.Digests;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What comes from outside, spoilt in twenty thousand ways for each format: either it is rejected in the declared way, or
 * it means exactly what the original meant. Another seed by {@code -Dcourt.hostile.seed}, more ways by {@code -Dcourt.hostile.times}.
 */
class HostileInputTest {

    private static final int TIMES = Integer.getInteger("court.hostile.times", 20_000);
    private static final long SEED = Long.getLong("court.hostile.seed", 20_260_302);
    private static final int SIZE = 300;
    private static final String ORIGIN = "example.com/log";

    private final Mutator mutator = new Mutator(SEED);
    private final KeyPair pair = pair();
    private final NoteSigner log = new NoteSigner(NoteKey.of(ORIGIN, pair.getPublic()), pair.getPrivate());
    private final NoteSigner sm2 = NoteSigner.sm2(ORIGIN, Sm2.freshSecret());
    private final NoteSigner witness = NoteSigner.witness(
            NoteKey.ofWitness("example.com/w", pair.getPublic()), pair.getPrivate(), Clock.systemUTC());
    private final List<Leaf> leaves = IntStream.range(0, SIZE)
            .mapToObj(i -> Leaf.of(new Digests("%064x".formatted(i), "%064x".formatted(i + SIZE))))
            .toList();
    private final Map<Position, Hash> nodes = new HashMap<>();
    private final TreeHead head = grow();

    private TreeHead grow() {
        Frontier frontier = Frontier.of(0, position -> Hash.EMPTY_TREE);
        for (Leaf leaf : leaves) {
            for (Node node : frontier.append(leaf.hash())) {
                nodes.put(node.position(), node.hash());
            }
        }
        return frontier.head();
    }

    private String note(long size) {
        String text = new Checkpoint(ORIGIN, tree(size).head()).text();
        return SignedNote.sign(text, log, sm2).encoded() + witness.line(text);
    }

    private Tree tree(long size) {
        return new Tree(size, nodes::get);
    }

    private byte[] proof(int index) {
        return TlogProof.of(leaves.get(index), index, tree(SIZE).inclusion(index), note(SIZE))
                .text()
                .getBytes(UTF_8);
    }

    /** @param reading gives back what it read, or rejects */
    private void spoil(List<byte[]> originals, Consumer<byte[]> reading) {
        spoil(originals, reading, TIMES);
    }

    private void spoil(List<byte[]> originals, Consumer<byte[]> reading, int times) {
        int rejected = 0;
        for (int i = 0; i < times; i++) {
            byte[] spoilt = mutator.spoil(originals);
            try {
                reading.accept(spoilt);
            } catch (NoteRejected | TileRejected declared) {
                rejected++;
            } catch (RuntimeException | Error other) {
                throw new AssertionError("seed " + SEED + ", " + i + ": " + Arrays.toString(spoilt), other);
            }
        }
        assertThat(rejected).isGreaterThan(times / 20);
    }

    @Test
    void ofANoteOnlyWhatWasSignedIsRead() {
        List<String> signed = new ArrayList<>();
        List<byte[]> notes = new ArrayList<>();
        for (long size : new long[] {1, 255, SIZE}) {
            notes.add(note(size).getBytes(UTF_8));
            signed.add(new Checkpoint(ORIGIN, tree(size).head()).text());
        }

        Random some = new Random(SEED);
        spoil(notes, spoilt -> {
            SignedNote note = SignedNote.parse(spoilt);
            assertThat(signed).contains(note.open(List.of(log.key())));
            if (some.nextInt(10) == 0) { // slower to check
                note.cosignedAt(witness.key());
                assertThat(note.signers(List.of(log.key(), sm2.key()))).contains(log.key());
            }
        });
    }

    @Test
    void ofANoteSignedBySm2AloneOnlyWhatWasSignedIsRead() {
        String text = new Checkpoint(ORIGIN, head).text();
        List<byte[]> notes = List.of(SignedNote.sign(text, sm2).encoded().getBytes(UTF_8));

        spoil(
                notes,
                spoilt -> assertThat(SignedNote.parse(spoilt).open(List.of(sm2.key())))
                        .isEqualTo(text),
                TIMES / 10);
    }

    @Test
    void aCheckpointIsReadInOneSpellingOnly() {
        List<byte[]> texts = List.of(
                new Checkpoint(ORIGIN, head).text().getBytes(UTF_8),
                new Checkpoint("x", TreeHead.EMPTY).text().getBytes(UTF_8));

        spoil(texts, spoilt -> {
            String text = SignedNote.utf8(spoilt);
            assertThat(text).startsWith(Checkpoint.parse(text).text()); // lines may follow that say nothing to us
        });
    }

    @Test
    void aProofProvesOnlyWhatItProved() {
        List<Integer> places = List.of(0, 7, 255, SIZE - 1);
        List<byte[]> proofs = places.stream().map(this::proof).toList();

        spoil(proofs, spoilt -> {
            TlogProof read = TlogProof.parse(spoilt);
            Leaf leaf = Leaf.parse(read.extra());
            TreeHead proven = read.requireProves(leaf.digests(), log.key()).head();

            assertThat(proven).isEqualTo(head);
            assertThat(leaf).isEqualTo(leaves.get((int) read.index()));
        });
    }

    @Test
    void aRequestToAWitnessIsReadInOneSpellingOnly() {
        List<byte[]> requests = new ArrayList<>();
        for (long old : new long[] {0, 1, 200, SIZE}) {
            List<Hash> path = old == 0 ? List.of() : tree(SIZE).consistency(old);
            requests.add(new CosigningRequest(old, path, note(SIZE)).text().getBytes(UTF_8));
        }

        spoil(
                requests,
                spoilt -> assertThat(CosigningRequest.parse(spoilt).text().getBytes(UTF_8))
                        .isEqualTo(spoilt));
        assertThat(CosigningRequest.parse(requests.getFirst()).old()).isZero();
    }

    @Test
    void aPathOfHashesThatWasSpoiltLeadsNowhere() {
        Random random = new Random(SEED);
        Tree tree = tree(SIZE);
        for (int i = 0; i < TIMES; i++) {
            int index = random.nextInt(SIZE);
            long old = random.nextLong(1, SIZE);
            List<Hash> inclusion = spoilt(tree.inclusion(index), random);
            List<Hash> consistency = spoilt(tree.consistency(old), random);

            assertThat(Proofs.includes(head, index, leaves.get(index).hash(), inclusion))
                    .isFalse();
            assertThat(Proofs.consistent(tree(old).head(), head, consistency)).isFalse();
        }
    }

    @Test
    void anotherPlaceOrAnotherSizeIsNotProven() {
        Random random = new Random(SEED);
        Tree tree = tree(SIZE);
        for (int i = 0; i < TIMES; i++) {
            int index = random.nextInt(SIZE);
            long other = random.nextBoolean() ? random.nextLong() : random.nextLong(-2, 2 * SIZE);
            if (other == index) {
                continue;
            }
            Hash leaf = leaves.get(index).hash();
            List<Hash> path = tree.inclusion(index);

            assertThat(Proofs.includes(head, other, leaf, path)).isFalse();
            assertThat(Proofs.includes(new TreeHead(0, head.root()), index, leaf, path))
                    .isFalse();
            assertThat(Proofs.consistent(new TreeHead(Math.min(other, 0), head.root()), head, path))
                    .isFalse();
        }
    }

    @Test
    void theNameOfATileIsReadInOneSpellingOnly() {
        List<byte[]> names = IntStream.of(0, 7, 999, 1000, 1_234_067)
                .boxed()
                .flatMap(index -> IntStream.of(1, 255, 256)
                        .mapToObj(width -> new Tile(0, index, width).path().substring("tile/0/".length())))
                .map(it -> it.getBytes(UTF_8))
                .toList();

        spoil(names, spoilt -> {
            String name = new String(spoilt, UTF_8);
            assertThat(Tile.parse("0", name).path()).isEqualTo("tile/0/" + name);
        });
    }

    @Test
    void aTileThatWasSpoiltHasAnotherRootOrIsRejected() {
        Tile tile = new Tile(0, 0, 32);
        byte[] bytes =
                TileReader.bytes(tile.positions().stream().map(nodes::get).toList());
        Hash whole = nodes.get(new Position(5, 0));

        spoil(List.of(bytes), spoilt -> {
            if (!TileReader.top(TileReader.hashes(tile, spoilt)).equals(whole)) {
                throw new TileRejected("another subtree");
            }
        });
    }

    @Test
    void entriesThatWereSpoiltHaveOtherHashesOrAreRejected() {
        Tile tile = new Tile(0, 0, 4);
        byte[] bytes =
                EntryBundle.bytes(leaves.subList(0, 4).stream().map(Leaf::bytes).toList());
        List<Hash> hashes = tile.positions().stream().map(nodes::get).toList();

        spoil(List.of(bytes), spoilt -> {
            if (EntryBundle.entries(tile, spoilt).stream()
                    .map(Hash::ofLeaf)
                    .toList()
                    .equals(hashes)) {
                throw new AssertionError("taken for the original");
            }
            throw new TileRejected("other entries");
        });
    }

    @Test
    void aKeyIsReadInOneSpellingOnly() {
        List<byte[]> keys = List.of(log, sm2, witness).stream()
                .map(it -> it.key().vkey().getBytes(UTF_8))
                .toList();

        spoil(keys, spoilt -> {
            String line = SignedNote.utf8(spoilt);
            assertThat(NoteKey.parse(line).vkey()).isEqualTo(line);
        });
    }

    /** One hash too many, too few, flipped, cut, or changed with its neighbour. */
    private static List<Hash> spoilt(List<Hash> path, Random random) {
        List<Hash> spoilt = new ArrayList<>(path);
        int at = spoilt.isEmpty() ? 0 : random.nextInt(spoilt.size());
        switch (spoilt.isEmpty() ? 0 : random.nextInt(4)) {
            case 0 -> spoilt.add(at, Hash.EMPTY_TREE);
            case 1 -> spoilt.remove(at);
            case 2 -> {
                byte[] hash = spoilt.get(at).bytes();
                hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
                spoilt.set(at, Hash.of(hash));
            }
            default -> spoilt.set(at, Hash.of(Arrays.copyOf(spoilt.get(at).bytes(), random.nextInt(32))));
        }
        return spoilt;
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
