package court.deploy.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the court and the institutions 协助执行单位 were given at set-up: a signing key for each side, and the court's list of
 * whom to ask where, with the keys that sign their answers.
 */
final class Institutions {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Place place;

    Institutions(Place place) {
        this.place = place;
    }

    private record Demo(String id, String name, List<String> kinds) {}

    private record Entry(String id, String name, List<String> kinds, String address, String key) {}

    /** What the institutions own: their books and private keys. */
    Path folder() {
        return place.data().resolve("institutions");
    }

    /** The books as they are at the first start. */
    Path books() {
        return place.demo("institutions.json");
    }

    /** With it the court signs what it asks. */
    KeyFile courtKey() {
        return new KeyFile(place.data().resolve("secrets"), "court");
    }

    /** Makes the keys that are missing and writes the court's list; gives the list's file. */
    Path registry() {
        Demo[] known = JSON.readValue(books(), Demo[].class);
        List<Entry> entries = Stream.of(known).map(this::entry).toList();
        Path file = place.data().resolve("institutions.json");
        Text.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entries) + "\n");
        return file;
    }

    private Entry entry(Demo known) {
        String address = place.ports().url(Part.SIMULATORS) + "/institutions/" + known.id();
        String key = new KeyFile(folder(), known.id()).publicKey();
        return new Entry(known.id(), known.name(), known.kinds(), address, key);
    }
}
