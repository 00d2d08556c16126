package court.platform.scan;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/** Where clamd listens: {@code host:port}, or {@code unix:} with the path of its socket. */
record ClamdAddress(String text) {

    private static final String UNIX = "unix:";

    ClamdAddress {
        boolean fits = text.startsWith(UNIX + "/") || text.matches("[^:]+:\\d{1,5}|\\[[0-9a-fA-F:]+]:\\d{1,5}");
        if (!fits) {
            throw new IllegalArgumentException("court.scan.clamd is host:port or unix:/path, not " + text);
        }
    }

    /** Looked up again each time: the scanner may move. */
    SocketAddress socket() {
        if (text.startsWith(UNIX)) {
            return UnixDomainSocketAddress.of(text.substring(UNIX.length()));
        }
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, colon).replace("[", "").replace("]", "");
        return new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1)));
    }
}
