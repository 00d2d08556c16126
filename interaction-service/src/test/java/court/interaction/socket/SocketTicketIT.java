package court.interaction.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.support.Caller;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What opens a socket, and what does not. */
class SocketTicketIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final OpenCase open = Courthouse.openCase();
    private final Caller applicant = open.party("a1");

    @Test
    void aTicketIsGoodOnceForItsOwnCaseOnly() {
        OpenCase other = Courthouse.openCase();
        String ticket = Socket.ticket(open, applicant);

        try (Socket foreign = Socket.open(applicant.address(), other.path("/socket"), ticket, true);
                Socket first = Socket.open(applicant.address(), open.path("/socket"), ticket, true);
                Socket none = Socket.open(applicant.address(), open.path("/socket"), "x.y", true)) {
            assertThat(foreign.closed()).isEqualTo(4401);
            assertThat(foreign.problems()).containsExactly("socket.ticket_invalid");
            first.hello(0);
            await().atMost(SOON).until(() -> !first.of("welcome").isEmpty());
            assertThat(none.closed()).isEqualTo(4401);
        }
        try (Socket again = Socket.open(applicant.address(), open.path("/socket"), ticket, true)) {
            assertThat(again.closed()).isEqualTo(4401);
        }
    }

    @Test
    void anOldTicketOpensNothing() {
        String ticket = Socket.ticket(open, applicant);
        Courthouse.execute("update socket_ticket set expires_at = now() - interval '1 second' where case_id = '"
                + open.id() + "'");

        try (Socket late = Socket.open(applicant.address(), open.path("/socket"), ticket, true)) {
            assertThat(late.closed()).isEqualTo(4401);
        }
    }

    @Test
    void aTicketIsKeptAsADigestOnly() {
        String ticket = Socket.ticket(open, applicant);

        assertThat(Courthouse.rows("select * from socket_ticket").toString())
                .contains(open.id().toString())
                .doesNotContain(ticket);
    }

    @Test
    void whoIsNotInTheRoomGetsNoTicket() {
        assertThat(open.party("r1").post(open.path("/socket-tickets"), Map.of()).code())
                .isEqualTo("access.not_yours");
        assertThat(applicant
                        .post(open.path("/socket-tickets?reader=a2"), Map.of())
                        .code())
                .isEqualTo("access.not_yours");
        assertThat(applicant
                        .post(open.path("/socket-tickets?reader=COURT"), Map.of())
                        .code())
                .isEqualTo("access.not_yours");
    }
}
