package court.deploy.agent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the agent is told at its start; see the package for each setting. */
record Settings(
        String court,
        Path data,
        Path key,
        Path trusted,
        Optional<Http> http,
        Optional<Folders> folders,
        Duration poll,
        Address status,
        Address health) {

    /** Where bundles are fetched over HTTP. */
    record Http(URI gateway, String clientId, String clientSecret) {

        @Override
        public String toString() {
            return gateway + " as " + clientId;
        }
    }

    /** Where a gate drops bundles, and where it takes acknowledgements. */
    record Folders(Path inbox, Path outbox) {}

    record Address(String host, int port) {}

    /** The settings are not enough to start with; the message says which. */
    static final class Incomplete extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Incomplete(List<String> faults) {
            super(String.join("\n", faults));
        }
    }

    static Settings of(Map<String, String> environment) {
        Reader reader = new Reader(environment);
        Settings settings = new Settings(
                reader.matching("COURT_AGENT_COURT", "\\p{IsHan}[0-9A-Z]{0,4}", "沪"),
                Path.of(reader.needed("COURT_AGENT_DATA")),
                Path.of(reader.needed("COURT_AGENT_KEY")),
                Path.of(reader.needed("COURT_AGENT_TRUSTED")),
                reader.http(),
                reader.folders(),
                Duration.ofMillis(reader.number("COURT_AGENT_POLLMILLIS", 1000)),
                new Address(reader.text("SERVER_ADDRESS", "127.0.0.1"), reader.number("SERVER_PORT", 8091)),
                new Address(
                        reader.text("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1"),
                        reader.number("MANAGEMENT_SERVER_PORT", 9091)));
        reader.mustBeComplete(settings.http().isPresent() || settings.folders().isPresent());
        return settings;
    }

    /** Reads all settings before it complains, so that one start names everything that is missing. */
    private record Reader(Map<String, String> environment, List<String> faults) {

        Reader(Map<String, String> environment) {
            this(environment, new ArrayList<>());
        }

        String text(String name, String otherwise) {
            String text = environment.getOrDefault(name, "");
            return text.isBlank() ? otherwise : text;
        }

        String needed(String name) {
            String text = text(name, "");
            if (text.isEmpty()) {
                faults.add(name + " is not set.");
            }
            return text;
        }

        String matching(String name, String pattern, String otherwise) {
            String text = needed(name);
            if (!text.isEmpty() && !text.matches(pattern)) {
                faults.add(name + " is no court code (is LANG a UTF-8 locale?): " + text);
            }
            return text.isEmpty() ? otherwise : text;
        }

        int number(String name, int otherwise) {
            String text = text(name, Integer.toString(otherwise));
            if (text.matches("[0-9]{1,7}")) {
                return Integer.parseInt(text);
            }
            faults.add(name + " is no number: " + text);
            return otherwise;
        }

        Optional<Http> http() {
            if (text("COURT_AGENT_GATEWAY", "").isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Http(
                    URI.create(needed("COURT_AGENT_GATEWAY")),
                    needed("COURT_AGENT_CLIENTID"),
                    needed("COURT_AGENT_CLIENTSECRET")));
        }

        Optional<Folders> folders() {
            if (text("COURT_AGENT_INBOX", "").isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    new Folders(Path.of(needed("COURT_AGENT_INBOX")), Path.of(needed("COURT_AGENT_OUTBOX"))));
        }

        void mustBeComplete(boolean hasSource) {
            if (!hasSource) {
                faults.add("Neither COURT_AGENT_GATEWAY nor COURT_AGENT_INBOX is set: there is nowhere to fetch from.");
            }
            if (!faults.isEmpty()) {
                throw new Incomplete(faults);
            }
        }
    }
}
