package court.deploy.bench;

import court.deploy.bench.BenchRooms.BenchRoom;
import court.platform.model.Uuid7;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements of messages written together asked again by a bare program, in the service's own tables, while the service stands still.
 */
final class RoomFloor implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String FACTS = "insert into outbox";

    /** Places of facts among their case's facts, as an array. */
    private static final Pattern SEQUENCES = Pattern.compile("\\{\\d+(?:,\\d+)*}");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final List<String> rooms;
    /** Of all floors, one after the other in the same tables. */
    private static final AtomicLong SEQUENCE = new AtomicLong(1_000_000_000);

    private final FloorPool pool;
    private final FloorRelay relay;

    RoomFloor(Database database, List<BenchRoom> rooms) throws Exception {
        this.rooms = rooms.stream().map(BenchRoom::id).toList();
        this.pool = new FloorPool(database);
        this.relay = new FloorRelay(database);
    }

    /** The same messages again in rooms drawn by lot, one for each that the sample has. */
    int say(SampleGroup sample) throws Exception {
        UnaryOperator<String> ids = ids();
        List<Asked> fresh =
                sample.unit().stream().map(asked -> fresh(asked, ids)).toList();
        pool.use(session -> session.inTransaction(fresh, UnaryOperator.identity()));
        return sample.messages();
    }

    private Asked fresh(Asked recorded, UnaryOperator<String> ids) {
        boolean facts = recorded.sql().strip().startsWith(FACTS);
        List<@Nullable String> values = new ArrayList<>();
        for (String value : recorded.values()) {
            values.add(
                    value == null
                            ? null
                            : facts && SEQUENCES.matcher(value).matches() ? counted(value) : ids.apply(value));
        }
        // who skips a locked room decides what to write afterwards, which nobody does here: this waits
        return new Asked(recorded.sql().replace(" skip locked", ""), values);
    }

    private static String counted(String recorded) {
        return NUMBER.matcher(recorded).replaceAll(it -> Long.toString(SEQUENCE.incrementAndGet()));
    }

    /** A room of this floor for each of the sample's, ids of their own for everything else. */
    private UnaryOperator<String> ids() {
        List<String> lot = new ArrayList<>(rooms);
        Collections.shuffle(lot);
        Iterator<String> drawn = lot.iterator();
        Map<String, String> known =
                new HashMap<>(rooms.stream().collect(Collectors.toMap(room -> room, room -> drawn.next())));
        return recorded -> ID.matcher(recorded)
                .replaceAll(id -> known.computeIfAbsent(
                        id.group(), it -> Uuid7.at(Instant.now()).toString()));
    }

    @Override
    public void close() throws Exception {
        relay.close();
        pool.close();
    }
}
