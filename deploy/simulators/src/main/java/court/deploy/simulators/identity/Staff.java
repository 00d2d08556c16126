package court.deploy.simulators.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people of the courts who can sign in, as listed in a file.
 *
 * @param password one for all of them: this is a demonstration
 */
record Staff(String password, List<Member> staff) {

    /**
     * One of them.
     *
     * @param court code of the court, such as 沪0117; none for operations
     */
    record Member(
            String id,
            String name,
            List<String> roles,
            @Nullable String court) {}

    Member get(String id) {
        return staff.stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such member of staff: " + id));
    }
}
