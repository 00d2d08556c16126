package court.deploy.witness;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;

/** What the witness is told at its start; see the package for each setting. */
record Settings(String name, Path key, Path logs, Path data, InetSocketAddress address, InetSocketAddress management) {

    /** The settings are not enough to start with; the message says which. */
    static final class Incomplete extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Incomplete(String fault) {
            super(fault);
        }
    }

    static Settings of(Map<String, String> environment) {
        return new Settings(
                needed(environment, "COURT_WITNESS_NAME"),
                Path.of(needed(environment, "COURT_WITNESS_KEY")),
                Path.of(needed(environment, "COURT_WITNESS_LOGS")),
                Path.of(needed(environment, "COURT_WITNESS_DATA")),
                address(environment, "SERVER", "8092"),
                address(environment, "MANAGEMENT_SERVER", "9092"));
    }

    private static String needed(Map<String, String> environment, String name) {
        String text = environment.getOrDefault(name, "");
        if (text.isBlank()) {
            throw new Incomplete(name + " is not set.");
        }
        return text;
    }

    private static InetSocketAddress address(Map<String, String> environment, String what, String otherwise) {
        String host = environment.getOrDefault(what + "_ADDRESS", "127.0.0.1");
        String port = environment.getOrDefault(what + "_PORT", otherwise);
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 0xffff) {
            throw new Incomplete(what + "_PORT is no port: " + port);
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(port));
        } catch (UnknownHostException unknown) {
            throw new Incomplete(what + "_ADDRESS is no address: " + host);
        }
    }
}
