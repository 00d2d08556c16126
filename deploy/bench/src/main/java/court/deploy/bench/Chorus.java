package court.deploy.bench;

import court.deploy.bench.BenchRooms.BenchRoom;
import court.deploy.local.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Open sockets in rooms, and messages at a given rate: when each was taken, and when the last of its room had it. */
final class Chorus implements AutoCloseable {

    /** Entries between two acknowledgements. */
    private static final int ACKNOWLEDGED = 8;

    private static final Duration STRAGGLERS = Duration.ofSeconds(10);

    private final List<Place> places = new ArrayList<>();
    private final Map<String, Said> said = new ConcurrentHashMap<>();
    private final AtomicLong frames = new AtomicLong();
    private final AtomicInteger welcomed = new AtomicInteger();
    private volatile @Nullable Throwable failure;
    private volatile boolean over;

    private record Place(RoomLine line, String room) {}

    private static final class Said {

        private final long at = System.nanoTime();
        private final AtomicInteger left;
        private volatile long takenAt;
        private volatile long seenAt;

        Said(int readers) {
            left = new AtomicInteger(readers);
        }

        boolean isDone() {
            return takenAt != 0 && left.get() == 0;
        }

        /** From the moment the sender was told until the last of the room had it. */
        long fanOut() {
            return Math.max(0, seenAt - takenAt);
        }
    }

    /**
     * What came of one rate.
     *
     * @param unseen messages that somebody had not seen when the patience ended
     */
    record Heard(double taken, Percentiles accept, Percentiles fanOut, double frames, int unseen) {}

    /** Opens sockets, as many for each room and each of its people as it comes to. */
    void join(List<BenchRoom> rooms, int sockets, int port) throws IOException, InterruptedException {
        try (KeptConnection tickets = new KeptConnection(port)) {
            for (int i = 0; i < sockets; i++) {
                BenchRoom room = rooms.get(i % rooms.size());
                int person = i / rooms.size() % room.people().size();
                Place place = new Place(BenchRooms.join(room, person, port, tickets), room.id());
                places.add(place);
                Thread.ofVirtual().start(() -> hear(place));
            }
        }
        long begun = System.nanoTime();
        while (welcomed.get() < sockets && System.nanoTime() - begun < STRAGGLERS.toNanos()) {
            Thread.sleep(50);
        }
        refuseFailure();
    }

    private void hear(Place place) {
        int entries = 0;
        try {
            while (!over) {
                String frame = place.line().read();
                frames.incrementAndGet();
                if (frame.startsWith("{\"type\":\"entry\"")) {
                    entries += 1;
                    seen(frame);
                    if (entries % ACKNOWLEDGED == 0) {
                        place.line().send("{\"type\":\"ack\",\"seq\":" + number(frame, "\"seq\":") + "}");
                    }
                } else if (frame.startsWith("{\"type\":\"posted\"")) {
                    taken(text(frame, "\"clientMsgId\":\""));
                } else if (frame.startsWith("{\"type\":\"ping\"")) {
                    place.line().send("{\"type\":\"pong\"}");
                } else if (frame.startsWith("{\"type\":\"welcome\"")) {
                    welcomed.incrementAndGet();
                } else {
                    throw new Failure("heard " + frame);
                }
            }
        } catch (IOException | Failure ended) {
            if (!over) {
                failure = ended;
            }
        }
    }

    private void seen(String frame) {
        int text = frame.indexOf("\"text\":\"");
        Said it = text < 0 ? null : said.get(text(frame, "\"text\":\""));
        if (it != null && it.left.decrementAndGet() == 0) {
            it.seenAt = System.nanoTime();
        }
    }

    private void taken(String clientMsgId) {
        Said it = said.get(clientMsgId);
        if (it != null) {
            it.takenAt = System.nanoTime();
        }
    }

    private static String text(String frame, String field) {
        int from = frame.indexOf(field) + field.length();
        return frame.substring(from, frame.indexOf('"', from));
    }

    private static String number(String frame, String field) {
        int from = frame.indexOf(field) + field.length();
        int to = from;
        while (Character.isDigit(frame.charAt(to))) {
            to += 1;
        }
        return frame.substring(from, to);
    }

    /** Messages at this rate, from everybody alike, whether the earlier ones were taken or not. */
    Heard say(int perSecond, Duration time) throws IOException, InterruptedException {
        said.clear();
        long framesBefore = frames.get();
        long begun = System.nanoTime();
        long many = perSecond * time.toSeconds();
        for (long i = 0; i < many; i++) {
            LockSupport.parkNanos(begun + i * TimeUnit.SECONDS.toNanos(1) / perSecond - System.nanoTime());
            Place place = places.get(ThreadLocalRandom.current().nextInt(places.size()));
            String id = UUID.randomUUID().toString();
            said.put(id, new Said(readers(place.room())));
            place.line().send("{\"type\":\"post\",\"clientMsgId\":\"" + id + "\",\"text\":\"" + id + "\"}");
        }
        awaitStragglers();
        double seconds = (System.nanoTime() - begun) / 1e9;
        Collection<Said> all = said.values();
        return new Heard(
                all.stream().filter(it -> it.takenAt != 0).count() / seconds,
                percentiles(all, it -> it.takenAt - it.at),
                percentiles(all, Said::fanOut),
                (frames.get() - framesBefore) / seconds,
                (int) all.stream().filter(it -> !it.isDone()).count());
    }

    private int readers(String room) {
        return (int) places.stream().filter(it -> it.room().equals(room)).count();
    }

    private void awaitStragglers() throws InterruptedException {
        long begun = System.nanoTime();
        while (said.values().stream().anyMatch(it -> !it.isDone())
                && System.nanoTime() - begun < STRAGGLERS.toNanos()) {
            Thread.sleep(20);
            refuseFailure();
        }
    }

    private static Percentiles percentiles(Collection<Said> all, ToLongFunction<Said> time) {
        return Percentiles.ofNanos(
                all.stream().filter(Said::isDone).map(time::applyAsLong).toList());
    }

    private void refuseFailure() {
        Throwable failed = failure;
        if (failed != null) {
            throw new Failure("a socket ended: " + failed, failed);
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        for (Place place : places) {
            place.line().close();
        }
    }
}
