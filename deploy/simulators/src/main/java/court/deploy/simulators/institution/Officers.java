package court.deploy.simulators.institution;

import court.deploy.simulators.institution.CourtRequest.Officer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The officers that courts have registered with the institutions beforehand (rule RP4). */
final class Officers {

    private final Set<Officer> registered;

    private Officers(Set<Officer> registered) {
        this.registered = registered;
    }

    private record Court(List<Judge> judges) {}

    private record Judge(
            String id,
            @Nullable String workPermit,
            @Nullable String officialPermit) {}

    /** From the court directory: who has no permits there is not registered. */
    static Officers read(Path directory, JsonMapper json) {
        return new Officers(Stream.of(json.readValue(directory, Court[].class))
                .flatMap(court -> court.judges().stream())
                .filter(judge -> judge.workPermit() != null && judge.officialPermit() != null)
                .map(judge -> new Officer(judge.id(), judge.workPermit(), judge.officialPermit()))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean know(Officer officer) {
        return registered.contains(officer);
    }
}
