package court.deploy.bench;

import court.deploy.local.Failure;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the service asked of the database for messages it wrote together.
 *
 * @param unit the statements of their one transaction
 * @param messages how many
 */
record SampleGroup(List<Asked> unit, int messages) {

    private static final String MESSAGES = "insert into message";

    /** The middle one by size of the groups that sessions wrote. */
    static SampleGroup middle(Collection<List<Asked>> sessions) {
        List<SampleGroup> all = sessions.stream()
                .flatMap(session -> SampleLife.units(session, outside -> {}).stream())
                .flatMap(unit -> of(unit).stream())
                .sorted(Comparator.comparingInt(SampleGroup::messages))
                .toList();
        if (all.isEmpty()) {
            throw new Failure("PostgreSQL wrote no message down");
        }
        return all.get(all.size() / 2);
    }

    private static Optional<SampleGroup> of(List<Asked> unit) {
        return unit.stream()
                .filter(asked -> asked.sql().strip().startsWith(MESSAGES))
                .findFirst()
                .map(asked -> new SampleGroup(unit, asked.ids()));
    }
}
