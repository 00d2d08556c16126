package court.gateway.token;

import court.platform.security.Actor;
import court.platform.security.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The courts' machines that take sealed dossiers into the intranet 内网归档.
 *
 * @param machines by client id
 */
@ConfigurationProperties("court")
record MachineClients(@DefaultValue Map<String, Machine> machines) {

    private static final Pattern COURT = Pattern.compile("\\p{IsHan}[0-9A-Z]{0,4}");
    private static final Machine NOBODY = new Machine("", "");

    MachineClients {
        machines.forEach((id, machine) -> machine.mustBeUsable(id));
    }

    /**
     * One machine.
     *
     * @param secret never empty
     * @param court code of the one court it serves, such as 沪0117
     */
    record Machine(
            @DefaultValue("") String secret,
            @DefaultValue("") String court) {

        private void mustBeUsable(String id) {
            if (secret.isEmpty() || !COURT.matcher(court).matches()) {
                throw new IllegalArgumentException(
                        "court.machines." + id + " needs a secret and the code of its court");
            }
        }

        @Override
        public String toString() {
            return "Machine[" + court + "]";
        }
    }

    /** Which machine these credentials (RFC 7617) are of. */
    Optional<Actor> known(String authorization) {
        return Credentials.of(authorization)
                .filter(it -> it.prove(machines.getOrDefault(it.id(), NOBODY).secret()))
                .map(it -> new Actor(
                        it.id(),
                        Set.of(Role.ARCHIVE_SYNC),
                        machines.getOrDefault(it.id(), NOBODY).court(),
                        null));
    }
}
