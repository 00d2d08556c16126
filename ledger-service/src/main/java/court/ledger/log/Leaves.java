package court.ledger.log;

import court.ledger.log.Growth.Placed;
import court.platform.merkle.Frontier;
import court.platform.merkle.Hash;
import court.platform.merkle.Node;
import court.platform.merkle.NodeReader;
import court.platform.merkle.Position;
import court.platform.merkle.Tree;
import court.platform.model.Digests;
import court.platform.note.Leaf;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The tree as it is stored: its leaves, and every perfect subtree over them. */
@Repository
public class Leaves {

    /** Stands where a node is gone; no proof holds with it. */
    private static final Hash GONE = Hash.of(new byte[0]);

    private final DatabaseClient database;

    Leaves(DatabaseClient database) {
        this.database = database;
    }

    /** Takes the tree until the transaction ends: nobody else adds leaves meanwhile. */
    Mono<Frontier> lock() {
        return database.sql("select size from tree for update")
                .mapValue(Long.class)
                .one()
                .flatMap(size -> nodes(Frontier.peaks(size)).map(nodes -> Frontier.of(size, nodes)));
    }

    /** Adds leaves to the tree that is {@link #lock locked}. */
    Mono<Void> add(Growth growth) {
        return insertLeaves(growth.leaves())
                .then(insertNodes(growth.nodes()))
                .then(database.sql("update tree set size = :size")
                        .bind("size", growth.head().size())
                        .then());
    }

    /** The tree of this size with every node that the work will read. */
    public Mono<Tree> tree(long size, Consumer<Tree> work) {
        return nodes(Tree.needed(size, work)).map(nodes -> new Tree(size, nodes));
    }

    /** The same; {@link HistoryChanged} when one of them is gone. */
    Mono<Tree> whole(long size, Consumer<Tree> work) {
        Set<Position> needed = Tree.needed(size, work);
        return found(needed).map(nodes -> {
            if (nodes.size() < needed.size()) {
                throw new HistoryChanged("nodes of the tree of %d leaves are gone".formatted(size));
            }
            return new Tree(size, reader(nodes));
        });
    }

    /** The stored leaf hash at a place of the tree; empty when there is none. */
    Mono<Hash> hash(long index) {
        return database.sql("select hash from node where level = 0 and index = :index")
                .bind("index", index)
                .map(row -> Hash.of(Objects.requireNonNull(row.get("hash", byte[].class))))
                .one();
    }

    public Mono<NodeReader> nodes(Collection<Position> wanted) {
        return found(wanted).map(Leaves::reader);
    }

    /** Each node is looked up by itself: a plan made while the table was small would else read all of it for ever. */
    private Mono<List<Node>> found(Collection<Position> wanted) {
        return database.sql("""
                        select wanted.level, wanted.index, found.hash
                        from unnest(:levels::int[], :indexes::bigint[]) as wanted (level, index)
                        cross join lateral (
                            select hash from node where level = wanted.level and index = wanted.index limit 1) as found""")
                .bind("levels", wanted.stream().map(Position::level).toArray(Integer[]::new))
                .bind("indexes", wanted.stream().map(Position::index).toArray(Long[]::new))
                .map(row -> new Node(
                        new Position(
                                Objects.requireNonNull(row.get("level", Integer.class)),
                                Objects.requireNonNull(row.get("index", Long.class))),
                        Hash.of(Objects.requireNonNull(row.get("hash", byte[].class)))))
                .all()
                .collectList();
    }

    /** What stands in the tree, from one place on, in its exact bytes. */
    Mono<List<byte[]>> entries(long from, int count) {
        return database.sql("select id, sha256, sm3 from leaf where index >= :from and index < :to order by index")
                .bind("from", from)
                .bind("to", from + count)
                .map(row -> new Leaf(text(row, 0), new Digests(text(row, 1), text(row, 2))).bytes())
                .all()
                .collectList();
    }

    private static String text(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static NodeReader reader(List<Node> nodes) {
        Map<Position, Hash> hashes = new HashMap<>();
        nodes.forEach(it -> hashes.put(it.position(), it.hash()));
        return position -> hashes.getOrDefault(position, GONE);
    }

    private Mono<Long> insertLeaves(List<Placed> leaves) {
        CopyRows rows = new CopyRows("leaf (index, id, sha256, sm3)");
        for (Placed it : leaves) {
            Digests digests = it.leaf().digests();
            rows.row()
                    .bigint(it.index())
                    .text(it.leaf().id())
                    .text(digests.sha256())
                    .text(digests.sm3());
        }
        return rows.into(database);
    }

    private Mono<Long> insertNodes(List<Node> nodes) {
        CopyRows rows = new CopyRows("node (level, index, hash)");
        for (Node it : nodes) {
            rows.row()
                    .integer(it.position().level())
                    .bigint(it.position().index())
                    .bytes(it.hash().bytes());
        }
        return rows.into(database);
    }
}
