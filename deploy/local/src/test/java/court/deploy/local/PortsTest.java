package court.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithItsOwner() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(taken.getLocalPort() - Part.POSTGRES.port);

            assertThatThrownBy(() -> ports.mustBeFree(Part.POSTGRES))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("postgres")
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " ");
        }
    }

    @Test
    void aPortThatWasLeftIsFree() throws Exception {
        ServerSocket left = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        left.close();

        assertThat(Ports.isTaken(left.getLocalPort())).isFalse();
    }

    @Test
    void everyPortMovesByTheOffset() {
        Ports ports = new Ports(5000);

        assertThat(ports.all(Part.GATEWAY)).containsExactly(13080, 14080);
        assertThat(ports.all(Part.BROKER)).containsExactly(24092, 24093);
        assertThat(ports.url(Part.FILING)).isEqualTo("http://127.0.0.1:13081");
    }
}
