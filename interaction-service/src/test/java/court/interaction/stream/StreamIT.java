package court.interaction.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Cases;
import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.interaction.LiveStream;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.support.Caller;
import court.platform.support.RunningService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** What several instances and many speakers at once do to a stream: nothing. */
class StreamIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static RunningService second;

    private final OpenCase open = Courthouse.openCase();
    private final String stream = open.path("/stream");

    @BeforeAll
    static void anotherInstance() {
        second = Courthouse.start(Map.of());
    }

    @AfterAll
    static void stop() {
        second.close();
    }

    @Test
    void everyReadersSeqIsGapFreeHoweverManySpeakAtOnce() throws Exception {
        open.release("r1");
        List<Caller> callers = List.of(open.judge(), open.party("a1").at(second.address()), open.party("r1"));
        List<List<String>> audiences = List.of(
                List.of("COURT"), List.of("a1"), List.of("a2", "r1"), List.of("r1", "a2"), List.of("a1", "a2", "r1"));
        List<Callable<Integer>> posts = IntStream.range(0, 90)
                .mapToObj(i -> (Callable<Integer>) () -> callers.get(i % 3)
                        .post(open.path("/messages"), Map.of("text", "消息 " + i, "audience", audiences.get(i % 5)))
                        .status())
                .toList();

        assertThat(together(posts)).containsOnly(201);

        List<JsonNode> all = open.entries(open.judge());
        assertThat(LiveStream.seqs(all)).as("90 messages and a card").containsExactlyElementsOf(oneTo(91));
        for (String party : List.of("a1", "a2", "r1")) {
            List<JsonNode> own = open.entries(open.party(party));
            assertThat(LiveStream.seqs(own)).containsExactlyElementsOf(oneTo(own.size()));
            assertThat(ids(own))
                    .as("what %s reads, in the order of the court's stream", party)
                    .isEqualTo(ids(all.stream()
                            .filter(it -> it.has("card") || isFor(it, party))
                            .toList()));
        }
    }

    private static boolean isFor(JsonNode entry, String party) {
        return entry.get("audience").valueStream().anyMatch(it -> it.asString().equals(party));
    }

    @Test
    void aReaderWhoComesBackMissesNothingAndReadsNothingTwice() throws Exception {
        List<Long> seen = new ArrayList<>();
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger said = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> talk = threads.submit(() -> {
                while (!enough.get()) {
                    open.say(said.incrementAndGet());
                }
            });
            try {
                for (int visit = 0; visit < 6; visit++) {
                    visit(visit % 2 == 0 ? second.address() : open.judge().address(), seen);
                }
            } finally {
                enough.set(true);
            }
            talk.get();
            try (LiveStream live = LiveStream.open(open.party("a2"), stream + "?after=" + seen.size())) {
                await().atMost(SOON).until(() -> seen.size() + live.seqs().size() >= said.get());
                seen.addAll(live.seqs());
            }
        }

        assertThat(seen).containsExactlyElementsOf(oneTo(said.get()));
    }

    /** Reads on from what was seen, for more than ten entries of a talk that goes on, then breaks off. */
    private void visit(String address, List<Long> seen) {
        LiveStream live =
                LiveStream.open(open.party("a2").at(address), stream, "Last-Event-ID", Integer.toString(seen.size()));
        try (live) {
            await().atMost(SOON).until(() -> live.seqs().size() > 10);
        }
        seen.addAll(live.seqs());
        List<String> places = live.seqs().stream().map(String::valueOf).toList();
        assertThat(live.ids())
                .as("each entry comes under its place; the last may be cut off before its text")
                .startsWith(places.toArray(String[]::new));
    }

    @Test
    void whatOneInstanceTakesTheOtherShows() {
        try (LiveStream live = LiveStream.open(open.party("a2").at(second.address()), stream)) {
            await().atMost(SOON).until(() -> !live.comments().isEmpty());

            open.say(1);

            await().atMost(Duration.ofSeconds(5)).until(() -> live.seqs().equals(List.of(1L)));
            assertThat(live.entries().getFirst().get("text").asString()).isEqualTo("消息 1");
        }
    }

    @Test
    void anInstanceThatStopsLetsItsReadersGo() {
        RunningService third = Courthouse.start(Map.of());
        try (LiveStream live = LiveStream.open(open.party("a2").at(third.address()), stream)) {
            await().atMost(SOON).until(() -> !live.comments().isEmpty());
            long begun = System.nanoTime();

            third.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
            await().atMost(SOON).until(() -> live.ended() || live.comments().contains("closed"));
        }
    }

    @Test
    void aReaderWhoDoesNotKeepUpGetsTheRestLaterWithoutGaps() throws Exception {
        together(IntStream.range(0, 220)
                .mapToObj(i -> (Callable<Integer>) () -> {
                    open.say(i);
                    return i;
                })
                .toList());
        Actor judge = new Actor("judge-1", Set.of(Role.ENFORCEMENT_JUDGE), Cases.COURT, null);
        Following following = Courthouse.service().bean(Following.class);

        StepVerifier.create(
                        following
                                .from(new Bookmarks.Bookmark(judge, open.id(), Reader.COURT, 0))
                                .map(Entry::seq),
                        5)
                .expectNextSequence(oneTo(5))
                .expectNoEvent(Duration.ofSeconds(3))
                .thenRequest(215)
                .expectNextSequence(LongStream.rangeClosed(6, 220).boxed().toList())
                .thenCancel()
                .verify(Duration.ofSeconds(30));
    }

    private static List<String> ids(List<JsonNode> entries) {
        return entries.stream()
                .map(entry -> (entry.has("card") ? entry.at("/card/factId") : entry.get("messageId")).asString())
                .toList();
    }

    private static List<Long> oneTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static <T> List<T> together(List<Callable<T>> all) throws Exception {
        try (var threads = Executors.newFixedThreadPool(16, Thread.ofVirtual().factory())) {
            List<T> done = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(all)) {
                done.add(one.get());
            }
            return done;
        }
    }
}
