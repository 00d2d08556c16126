package court.deploy.bench;

import court.deploy.bench.ServiceLife.Held;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the service asked of the database for one filing, step by step: the floor asks the same, so there is no second list
 * of statements to keep.
 *
 * @param steps in their order: draft, each material, submission, acceptance
 */
record SampleLife(List<Work> steps) {

    /**
     * The database work of one step.
     *
     * @param alone statements outside of any transaction, which come first
     * @param unit the statements of the step's one transaction
     */
    record Work(List<Asked> alone, List<Asked> unit) {}

    /** Plays one filing with nobody else about and takes down each step. */
    static SampleLife of(ServiceLife life, ServerLog log, String database) throws Exception {
        return log.during(() -> {
            List<Work> steps = new ArrayList<>();
            Held held = life.open();
            steps.add(work(log, database, held));
            for (String kind : Papers.MATERIALS) {
                held = life.attach(held, ServiceLife.upload(kind, Papers.material()));
                steps.add(work(log, database, held));
            }
            held = life.submit(held);
            steps.add(work(log, database, held));
            held = life.accept(held);
            steps.add(work(log, database, held));
            return new SampleLife(List.copyOf(steps));
        });
    }

    private static Work work(ServerLog log, String database, Held held) throws Exception {
        Work work = of(log.since(database).values(), held.id());
        if (work.unit().isEmpty()) {
            throw new IllegalStateException("PostgreSQL wrote nothing down for a step");
        }
        return work;
    }

    /** Picks what concerns the filing out of what all sessions asked; background work does not. */
    static Work of(Collection<List<Asked>> sessions, String id) {
        List<Asked> alone = new ArrayList<>();
        List<Asked> units = new ArrayList<>();
        for (List<Asked> session : sessions) {
            units(session, outside -> {
                        if (outside.mentions(id)) {
                            alone.add(outside);
                        }
                    })
                    .stream()
                    .filter(unit -> unit.stream().anyMatch(it -> it.mentions(id)))
                    .forEach(units::addAll);
        }
        return new Work(alone, units);
    }

    /** All transactions of one session; what it asked outside of any is given away. */
    static List<List<Asked>> units(List<Asked> session, Consumer<Asked> outside) {
        List<List<Asked>> units = new ArrayList<>();
        List<Asked> open = null;
        for (Asked asked : session) {
            if (asked.begins()) {
                open = new ArrayList<>();
            } else if (asked.ends() && open != null) {
                units.add(open);
                open = null;
            } else if (open != null) {
                open.add(asked);
            } else {
                outside.accept(asked);
            }
        }
        return units;
    }
}
