package court.interaction.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Cases;
import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.support.Caller;
import court.platform.support.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The room as a socket, spoken with by a plain WebSocket client. */
class SocketIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final OpenCase open = Courthouse.openCase();
    private final Caller applicant = open.party("a1");

    private void say(Caller by, String text) {
        assertThat(by.post(open.path("/messages"), Map.of("text", text)).status())
                .isEqualTo(201);
    }

    private static Map<String, Object> post(String id, String text) {
        return Map.of("type", "post", "clientMsgId", id, "text", text);
    }

    private static List<Long> oneTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void whatWasSaidComesFirstAndThenWhatIsSaid() {
        say(open.judge(), "一");
        say(applicant, "二");

        try (Socket socket = Socket.join(open, applicant, 0)) {
            await().atMost(SOON).until(() -> socket.texts().size() == 2);
            say(open.judge(), "三");
            await().atMost(SOON).until(() -> socket.texts().size() == 3);

            assertThat(socket.texts()).containsExactly("一", "二", "三");
            assertThat(socket.entries()).isEqualTo(open.entries(applicant));
            assertThat(socket.seqs()).isEqualTo(oneTo(socket.seqs().size()));
            assertThat(socket.of("welcome").getFirst().get("reader").asString()).isEqualTo("a1");
        }
    }

    @Test
    void whoComesBackGoesOnWhereTheyWere() {
        IntStream.range(0, 5).forEach(i -> say(open.judge(), "第" + i));

        try (Socket socket = Socket.join(open, applicant, 3)) {
            await().atMost(SOON).until(() -> socket.seqs().equals(List.of(4L, 5L)));
        }
        try (Socket ahead = Socket.join(open, applicant, 6)) {
            assertThat(ahead.closed()).isEqualTo(4400);
            assertThat(ahead.problems()).containsExactly("edge.cursor_unreadable");
        }
    }

    @Test
    void whatIsPostedIsTakenOnceHoweverOftenItIsSent() {
        try (Socket socket = Socket.join(open, applicant, 0)) {
            socket.say(post("m-1", "请尽快查封")).say(post("m-1", "请尽快查封")).say(post("m-1", "别的话"));

            await().atMost(SOON).until(() -> socket.problems().size() == 1);

            assertThat(socket.problems()).containsExactly("message.client_id_reused");
            assertThat(socket.of("posted"))
                    .hasSize(2)
                    .extracting(it -> it.get("messageId").asString())
                    .containsOnly(
                            open.entries(applicant).getFirst().get("messageId").asString());
            assertThat(open.entries(applicant)).hasSize(1);
            assertThat(socket.isOpen()).isTrue();
        }
    }

    @Test
    void aRefusedMessageIsToldWithItsOwnIdAndNothingIsHeldUp() {
        try (Socket socket = Socket.join(open, applicant, 0)) {
            socket.say(Map.of("type", "post", "clientMsgId", "r-1", "text", "你好", "audience", List.of("r1")))
                    .say(Map.of("type", "post", "text", "没有编号"))
                    .say(post("ok", "好"));

            await().atMost(SOON).until(() -> socket.texts().equals(List.of("好")));

            assertThat(socket.problems()).containsExactly("message.not_in_room", "socket.client_id_missing");
            assertThat(socket.of("problem").getFirst().get("clientMsgId").asString())
                    .isEqualTo("r-1");
        }
    }

    @Test
    void eachSeesTheirOwnStreamWithoutHoles() {
        open.release("r1");

        try (Socket a1 = Socket.join(open, applicant, 0);
                Socket r1 = Socket.join(open, open.party("r1"), 0);
                Socket judge = Socket.join(open, open.judge(), 0)) {
            judge.say(Map.of("type", "post", "clientMsgId", "1", "text", "给申请人", "audience", List.of("a1")));
            judge.say(Map.of("type", "post", "clientMsgId", "2", "text", "给被执行人", "audience", List.of("r1")));
            judge.say(post("3", "给大家"));
            a1.say(Map.of("type", "post", "clientMsgId", "4", "text", "只给法院", "audience", List.of("COURT")));
            await().atMost(SOON)
                    .until(() -> judge.texts().size() == 4 && r1.texts().size() == 2);
            await().atMost(SOON).until(() -> a1.texts().size() == 3);

            assertThat(r1.texts()).containsExactly("给被执行人", "给大家");
            assertThat(a1.texts()).containsExactlyInAnyOrder("给申请人", "给大家", "只给法院");
            assertThat(r1.seqs()).isEqualTo(oneTo(r1.seqs().size()));
            assertThat(a1.seqs()).isEqualTo(oneTo(a1.seqs().size()));
        }
    }

    @Test
    void whoIsPutOutIsDisconnectedWithinFiveSeconds() {
        try (Socket judge = Socket.join(open, open.judge(), 0)) {
            await().atMost(SOON).until(() -> !judge.of("welcome").isEmpty());
            putJudgeOut();
            long out = System.nanoTime();

            assertThat(judge.closed()).isEqualTo(4403);
            assertThat(Duration.ofNanos(System.nanoTime() - out)).isLessThan(Duration.ofSeconds(5));
            assertThat(judge.problems()).containsExactly("access.not_yours");
        }
    }

    @Test
    void whoIsPutOutInTheMiddleOfAPageGetsNoMoreOfIt() {
        IntStream.range(0, 90).forEach(i -> say(open.judge(), "第" + i));
        try (Socket judge =
                Socket.open(open.judge().address(), open.path("/socket"), Socket.ticket(open, open.judge()), false)) {
            judge.hello(0);
            await().atMost(SOON).until(() -> judge.seqs().size() == 64);
            putJudgeOut();

            assertThat(judge.closed()).isEqualTo(4403);
            assertThat(judge.seqs()).hasSize(64);
        }
    }

    private void putJudgeOut() {
        Courthouse.say(
                Courthouse.fact(open.id(), 4, new JudgeAssigned(Cases.COURT, "judge-2", "执行法官二", null, null, null)));
        await().atMost(SOON).until(() -> open.judge().get(open.path("/room")).status() == 404);
    }

    @Test
    void whatFollowsABrokenFrameIsNotHeeded() {
        try (Socket socket = Socket.join(open, applicant, 0)) {
            socket.sayText("{");
            IntStream.range(0, 50).forEach(i -> socket.sayQuietly(post("late-" + i, "晚了")));

            assertThat(socket.closed()).isEqualTo(4400);
            assertThat(open.entries(applicant)).isEmpty();
        }
    }

    @Test
    void whoAcknowledgesNothingGetsAWindowfulAndIsClosedLater() {
        try (RunningService impatient = Courthouse.start(
                Map.of("court.socket.unacknowledged", 10, "court.socket.patience", "3s", "court.socket.ping", "1s"))) {
            Caller there = open.judge().at(impatient.address());
            IntStream.range(0, 30).forEach(i -> say(open.judge(), "第" + i));
            Socket slow = Socket.open(there.address(), open.path("/socket"), Socket.ticket(open, there), false);
            slow.hello(0);
            await().atMost(SOON).until(() -> slow.seqs().size() == 10);
            slow.say(Map.of("type", "ack", "seq", 5));
            await().atMost(SOON).until(() -> slow.seqs().size() == 15);

            assertThat(slow.closed()).isEqualTo(4504);
            assertThat(slow.seqs()).isEqualTo(oneTo(15));
            assertThat(slow.problems()).hasSize(1);
        }
    }

    @Test
    void whatIsNoFrameEndsTheSocketAndSaysWhy() {
        Map<String, String> bad = Map.of(
                "{", "socket.frame_unreadable",
                "[]", "socket.frame_unreadable",
                "{\"type\":\"hello\",\"after\":\"x\"}", "socket.frame_unreadable",
                "{\"type\":\"hello\",\"after\":0,\"more\":1}", "socket.frame_unreadable",
                "{\"type\":\"hello\",\"after\":-1}", "edge.cursor_unreadable",
                "{\"type\":\"ack\",\"seq\":1}", "socket.hello_first");
        bad.forEach((frame, code) -> {
            try (Socket socket =
                    Socket.open(applicant.address(), open.path("/socket"), Socket.ticket(open, applicant), true)) {
                socket.sayText(frame);
                assertThat(socket.closed()).as(frame).isIn(4400, 4409);
                assertThat(socket.problems()).as(frame).containsExactly(code);
            }
        });
    }

    @Test
    void anUnknownTypeIsToldAndTheRestGoesOn() {
        try (Socket socket = Socket.join(open, applicant, 0)) {
            socket.sayText("{\"type\":\"dance\"}").say(post("m", "好"));
            await().atMost(SOON).until(() -> socket.texts().equals(List.of("好")));
            assertThat(socket.problems()).containsExactly("socket.frame_unknown");

            socket.hello(0);
            assertThat(socket.closed()).isEqualTo(4409);
        }
    }

    @Test
    void bytesAndHugeFramesEndTheSocket() {
        try (Socket binary = Socket.join(open, applicant, 0);
                Socket huge = Socket.join(open, applicant, 0)) {
            binary.sayBytes(new byte[] {1, 2, 3});
            assertThat(binary.closed()).isEqualTo(4415);

            huge.sayQuietly(post("1", "长".repeat(100_000)));
            assertThat(huge.closed()).isIn(4413, Socket.CUT); // who is still sending may not hear the reason
            assertThat(open.entries(applicant)).isEmpty();
        }
    }

    @Test
    void whoFloodsTheRoomIsSlowedDownAndTold() {
        try (RunningService strict =
                        Courthouse.start(Map.of("court.message.burst", 20, "court.message.per-minute", 1));
                Socket socket = Socket.join(open, applicant.at(strict.address()), 0)) {
            IntStream.range(0, 200).forEach(i -> socket.say(post("f-" + i, "快")));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> socket.of("posted").size() + socket.problems().size() == 200);

            assertThat(socket.problems()).containsOnly("message.too_fast");
            assertThat(socket.of("posted")).hasSizeBetween(20, 22);
            assertThat(open.entries(applicant)).hasSize(socket.of("posted").size());
            assertThat(open.judge()
                            .at(strict.address())
                            .post(open.path("/messages"), Map.of("text", "在"))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void invisibleAndTurningCharactersAreKeptAsTheyAre() {
        String tricky = "退款\u200B\u202E001\u202C元";
        try (Socket socket = Socket.join(open, applicant, 0)) {
            socket.say(post(UUID.randomUUID().toString(), tricky));
            await().atMost(SOON).until(() -> socket.texts().equals(List.of(tricky)));
        }
    }
}
