package court.deploy.bench;

import court.deploy.bench.BenchRooms.BenchRoom;
import court.deploy.bench.SampleLife.Work;
import court.platform.model.Uuid7;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The statements of one message asked again by a bare program, in the service's own tables, after the service has ended. */
final class RoomFloor implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** A fact's place among its case's facts, as an array of one. */
    private static final Pattern SEQUENCE = Pattern.compile("\\{\\d+}");

    private final List<BenchRoom> rooms;
    private final Map<String, AtomicLong> sequences = new HashMap<>();
    private final String sampled;
    private final Work sample;
    private final FloorPool pool;
    private final FloorRelay relay;

    /**
     * @param sampled the room in which the sample was taken
     * @param sample what the service asked for one message there
     */
    RoomFloor(Database database, List<BenchRoom> rooms, String sampled, Work sample) throws Exception {
        this.rooms = rooms;
        this.sampled = sampled;
        this.sample = sample;
        this.pool = new FloorPool(database);
        this.relay = new FloorRelay(database);
        for (BenchRoom room : rooms) {
            String last = database.ask("select last from fact_sequence where case_id = '" + room.id() + "'");
            sequences.put(room.id(), new AtomicLong(Long.parseLong(last)));
        }
    }

    /** So many messages of one room in one transaction: of several rooms it would stand in the way of others. */
    int say(int together) throws Exception {
        String room =
                rooms.get(ThreadLocalRandom.current().nextInt(rooms.size())).id();
        List<UnaryOperator<String>> each =
                Stream.generate(() -> fresh(room)).limit(together).toList();
        pool.use(session -> session.inTransaction(sample.unit(), each));
        return together;
    }

    /** This room for the sampled one, the next place among its facts, ids of their own for everything else. */
    private UnaryOperator<String> fresh(String room) {
        AtomicLong sequence = Objects.requireNonNull(sequences.get(room));
        Map<String, String> known = new HashMap<>(Map.of(sampled, room));
        return recorded -> SEQUENCE.matcher(recorded).matches()
                ? "{" + sequence.incrementAndGet() + "}"
                : ID.matcher(recorded)
                        .replaceAll(id -> known.computeIfAbsent(
                                id.group(), it -> Uuid7.at(Instant.now()).toString()));
    }

    @Override
    public void close() throws Exception {
        relay.close();
        pool.close();
    }
}
