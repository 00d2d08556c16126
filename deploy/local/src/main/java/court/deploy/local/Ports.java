package court.deploy.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/**
 * Where each part listens, always on loopback.
 *
 * @param offset added to every port, so that a second platform can run beside the first
 */
record Ports(int offset) {

    private static final int MANAGEMENT = 1000;
    private static final int CONNECT_MILLIS = 500;

    int of(Part part) {
        return part.port + offset;
    }

    /** Health and metrics of a service. */
    int management(Part part) {
        return of(part) + MANAGEMENT;
    }

    /** The broker's own consensus. */
    int controller() {
        return of(Part.BROKER) + 1;
    }

    List<Integer> all(Part part) {
        return switch (part) {
            case POSTGRES -> List.of(of(part));
            case BROKER -> List.of(of(part), controller());
            default -> List.of(of(part), management(part));
        };
    }

    String url(Part part) {
        return "http://127.0.0.1:" + of(part);
    }

    /** Refuses to go on when somebody else sits on a port of this part, and says who. */
    void mustBeFree(Part part) {
        for (int port : all(part)) {
            if (isTaken(port)) {
                throw new Failure("Port %d is needed by %s but taken by %s. Stop that, or start with --port-offset N."
                        .formatted(port, part.label(), PortOwner.find(port)));
            }
        }
    }

    static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
