package court.deploy.simulators.wechat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The subscribe messages that arrived in people's WeChat. */
final class SubscribeMessages {

    private static final int MOST = 2_000;
    private static final int LONGEST_THING = 20;

    private final Deque<Arrived> arrived = new ArrayDeque<>();
    private final AtomicLong last = new AtomicLong(1_888_884_277_000_000_000L);
    private final Clock clock;

    SubscribeMessages(Clock clock) {
        this.clock = clock;
    }

    /** One value of a template. */
    record Field(String value) {}

    record Arrived(long msgid, String touser, String templateId, String page, Map<String, Field> data, Instant at) {}

    /** Checks as the real one does: a value of the kind thing has 1 to 20 characters. */
    static boolean fits(Map<String, Field> data) {
        return !data.isEmpty()
                && data.entrySet().stream()
                        .allMatch(it -> !it.getValue().value().isBlank()
                                && (!it.getKey().startsWith("thing")
                                        || it.getValue().value().codePoints().count() <= LONGEST_THING));
    }

    synchronized long deliver(String touser, String templateId, String page, Map<String, Field> data) {
        long id = last.incrementAndGet();
        arrived.addFirst(new Arrived(id, touser, templateId, page, data, clock.instant()));
        if (arrived.size() > MOST) {
            arrived.removeLast();
        }
        return id;
    }

    /** The newest first. */
    synchronized List<Arrived> list() {
        return List.copyOf(arrived);
    }
}
