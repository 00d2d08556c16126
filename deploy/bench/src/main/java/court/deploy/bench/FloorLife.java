package court.deploy.bench;

import court.deploy.bench.SampleLife.Work;
import court.platform.model.Uuid7;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A filing by hand: the service's transactions and files, without the service. */
final class FloorLife implements Life {

    /** An id in the address of a command, and nothing as long as a body. */
    private static final Pattern ADDRESS = Pattern.compile("(POST /api/v1/filings/)([0-9a-f-]{36})(/.*)");

    /** An array of ids, or of keys that begin with one; an array of bodies holds braces of its own. */
    private static final Pattern ARRAY = Pattern.compile("\\{[^{}]*}");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final FloorPool pool;
    private final FloorFiles files;
    private final SampleLife sample;

    FloorLife(FloorPool pool, FloorFiles files, SampleLife sample) {
        this.pool = pool;
        this.files = files;
        this.sample = sample;
    }

    @Override
    public void play(Tally tally) throws Exception {
        Ids ids = new Ids();
        UUID folder = UUID.randomUUID();
        int last = sample.steps().size() - 1;
        tally.time(Step.DRAFT, () -> ask(sample.steps().getFirst(), ids));
        for (int i = 1; i < last - 1; i++) {
            Work work = sample.steps().get(i);
            boolean first = i == 1;
            byte[] bytes = Papers.material();
            tally.time(Step.MATERIAL, () -> {
                pool.use(it -> it.alone(work.alone(), ids::fresh));
                files.store(folder, bytes, first);
                pool.use(it -> it.inTransaction(work.unit(), ids::fresh));
                return work;
            });
        }
        tally.time(Step.SUBMISSION, () -> ask(sample.steps().get(last - 1), ids));
        tally.time(Step.ACCEPTANCE, () -> ask(sample.steps().get(last), ids));
        tally.lived();
    }

    private Work ask(Work work, Ids ids) throws Exception {
        if (!work.alone().isEmpty()) {
            pool.use(it -> it.alone(work.alone(), ids::fresh));
        }
        pool.use(it -> it.inTransaction(work.unit(), ids::fresh));
        return work;
    }

    /** This filing's own ids, keys and facts in place of the recorded ones. */
    private static final class Ids {

        private final Map<String, String> known = new HashMap<>();

        String fresh(String recorded) {
            if (Asked.isId(recorded)) {
                return known.computeIfAbsent(
                        recorded, it -> Uuid7.at(Instant.now()).toString());
            }
            if (ARRAY.matcher(recorded).matches()) {
                return ID.matcher(recorded).replaceAll(id -> fresh(id.group()));
            }
            Matcher address = ADDRESS.matcher(recorded);
            return address.matches() ? address.group(1) + fresh(address.group(2)) + address.group(3) : recorded;
        }
    }
}
