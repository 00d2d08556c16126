package court.interaction.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Caller;
import court.interaction.Cases;
import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.interaction.LiveStream;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.Party;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.support.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

        List<JsonNode> all = read(open.judge());
        assertThat(seqs(all)).as("90 messages and a card").containsExactlyElementsOf(oneTo(91));
        for (String party : List.of("a1", "a2", "r1")) {
            List<JsonNode> own = read(open.party(party));
            assertThat(seqs(own)).containsExactlyElementsOf(oneTo(own.size()));
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
                    say(said.incrementAndGet());
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

            say(1);

            await().atMost(Duration.ofSeconds(5)).until(() -> live.seqs().equals(List.of(1L)));
            assertThat(live.entries().getFirst().get("text").asString()).isEqualTo("消息 1");
        }
    }

    @Test
    void aStreamShowsOnlyWhatIsAddressedToItsReader() {
        try (LiveStream court = LiveStream.open(open.judge(), stream);
                LiveStream party = LiveStream.open(open.party("a2"), stream)) {
            open.party("a1").post(open.path("/messages"), Map.of("text", "只给法院", "audience", List.of("COURT")));
            say(2);

            await().atMost(SOON)
                    .until(() ->
                            court.seqs().equals(List.of(1L, 2L)) && party.seqs().equals(List.of(1L)));
            assertThat(party.entries().getFirst().get("text").asString()).isEqualTo("消息 2");
        }
    }

    @Test
    void aStreamEndsWhenTheMembershipGoes() {
        say(1);
        try (LiveStream live = LiveStream.open(open.party("a2"), stream)) {
            await().atMost(SOON).until(() -> live.seqs().equals(List.of(1L)));

            Courthouse.execute("delete from membership where member = '" + open.key("a2") + "'");
            say(2);

            await().atMost(Duration.ofSeconds(5)).until(live::ended);
            assertThat(live.seqs()).containsExactly(1L);
            assertThat(open.party("a2").get(stream).status()).isEqualTo(404);
        }
    }

    @Test
    void aStreamEndsWithTheToken() throws IOException {
        Path ahead = RunningService.folder("clock").resolve("offset");
        Files.writeString(ahead, "PT14M55S");
        try (RunningService late = Courthouse.start(Map.of("court.clock.offset-file", ahead.toString()));
                LiveStream live = LiveStream.open(open.party("a2").at(late.address()), stream)) {
            await().atMost(SOON).until(() -> !live.comments().isEmpty());
            assertThat(live.ended()).isFalse();

            await().atMost(SOON).until(live::ended);
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
                    say(i);
                    return i;
                })
                .toList());
        Actor judge = new Actor("judge-1", Set.of(Role.ENFORCEMENT_JUDGE), Cases.COURT, null);
        Following following = Courthouse.service().bean(Following.class);

        StepVerifier.create(
                        following
                                .from(new StreamDesk.Bookmark(judge, open.id(), Reader.COURT, 0))
                                .map(Entry::seq),
                        5)
                .expectNextSequence(oneTo(5))
                .expectNoEvent(Duration.ofSeconds(3))
                .thenRequest(215)
                .expectNextSequence(LongStream.rangeClosed(6, 220).boxed().toList())
                .thenCancel()
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void nobodyReadsAnothersStream() {
        assertThat(open.party("a2").get(open.path("/messages?reader=a1")).code())
                .isEqualTo("access.not_yours");
        assertThat(open.party("a2").get(open.path("/messages?reader=COURT")).code())
                .isEqualTo("access.not_yours");
        assertThat(open.party("a2").get(open.path("/stream?reader=a1")).code()).isEqualTo("access.not_yours");
        assertThat(open.judge().get(open.path("/messages?reader=a1")).code()).isEqualTo("access.not_yours");
        assertThat(open.party("a2").get(open.path("/messages?reader=a2")).status())
                .isEqualTo(200);
    }

    @Test
    void whoActsForTwoPartiesReadsAndSpeaksForEachApart() {
        OpenCase both = new OpenCase(UUID.randomUUID());
        List<Party> parties = List.of(
                Cases.party("a1", Party.Role.APPLICANT, "甲", both.key("one")),
                Cases.party("a2", Party.Role.APPLICANT, "乙", both.key("one")));
        Courthouse.say(Courthouse.fact(both.id(), 1, Cases.submitted(parties)));
        Courthouse.say(Courthouse.fact(both.id(), 2, Cases.accepted(parties)));
        Courthouse.say(
                Courthouse.fact(both.id(), 3, new JudgeAssigned(Cases.COURT, "judge-1", "执行法官一", null, null, null)));
        Caller one = both.party("one");
        await().atMost(SOON).until(() -> one.get(both.path("/room")).status() == 200);

        one.post(both.path("/messages"), Map.of("text", "为乙", "sender", "a2", "audience", List.of("COURT")));

        assertThat(one.get(both.path("/messages")).json().get("items")).isEmpty();
        assertThat(one.get(both.path("/messages?reader=a2")).json().get("items"))
                .hasSize(1);
    }

    @Test
    void aStreamIsReadPageByPage() {
        IntStream.range(0, 5).forEach(this::say);

        JsonNode first = open.judge().get(open.path("/messages?limit=3")).json();
        JsonNode rest = open.judge()
                .get(open.path("/messages?after=" + first.get("nextCursor").asString()))
                .json();

        assertThat(seqs(first.get("items").valueStream().toList())).containsExactly(1L, 2L, 3L);
        assertThat(seqs(rest.get("items").valueStream().toList())).containsExactly(4L, 5L);
        assertThat(rest.has("nextCursor") && !rest.get("nextCursor").isNull()).isFalse();
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        say(1);
        for (String place : List.of("x", "-1", "2", "9999999999999999999", "1.0", "")) {
            assertThat(open.judge().get(open.path("/messages?after=" + place)).code())
                    .as(place)
                    .isEqualTo("edge.cursor_unreadable");
        }
        assertThat(open.judge().get(stream, "Last-Event-ID", "x").code()).isEqualTo("edge.cursor_unreadable");
        assertThat(open.judge().get("/api/v1/cases/none/messages").code()).isEqualTo("edge.wrong_value");
    }

    private void say(int i) {
        assertThat(open.party("a1")
                        .post(open.path("/messages"), Map.of("text", "消息 " + i))
                        .status())
                .isEqualTo(201);
    }

    private List<JsonNode> read(Caller caller) {
        return caller.get(open.path("/messages?limit=100"))
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    private static List<Long> seqs(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.get("seq").asLong()).toList();
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
