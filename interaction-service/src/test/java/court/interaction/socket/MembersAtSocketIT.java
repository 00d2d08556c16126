package court.interaction.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.support.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MembersAtSocketIT {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private final OpenCase open = Courthouse.openCase();

    @Test
    void whoIsSuspendedWhileConnectedReadsOnButSpeaksNoMore() {
        try (Socket socket = Socket.join(open, open.party("a1"), 0)) {
            await().atMost(FIVE_SECONDS).until(() -> !socket.of("welcome").isEmpty());
            open.judge().post(open.path("/members/a1/suspension"), Map.of("reason", "与本案无关"));

            socket.say(Map.of("type", "post", "clientMsgId", "m-1", "text", "我还要说"));
            await().atMost(FIVE_SECONDS).until(() -> socket.problems().equals(List.of("message.suspended")));
            open.judge().post(open.path("/messages"), Map.of("text", "请查收"));

            await().atMost(FIVE_SECONDS).until(() -> socket.texts().equals(List.of("请查收")));
            assertThat(socket.isOpen()).isTrue();
        }
    }

    @Test
    void aSocketOfAnAssistantClosesWhenTheyAreRemoved() {
        Caller clerk = open.staff("clerk-1", "CLERK");
        open.judge().post(open.path("/assistants"), Map.of("staffId", "clerk-1"));
        try (Socket socket = Socket.join(open, clerk, 0)) {
            await().atMost(FIVE_SECONDS).until(() -> !socket.of("welcome").isEmpty());

            open.judge().post(open.path("/assistants/clerk-1/removal"), Map.of());

            await().atMost(FIVE_SECONDS).until(() -> !socket.isOpen());
            assertThat(socket.closed()).isEqualTo(4403);
        }
    }
}
