package court.deploy.bench;

import court.deploy.bench.SampleLife.Told;
import court.deploy.bench.SampleLife.Written;
import court.platform.model.Uuid7;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.UUID;

/** A filing written by hand: the service's transactions and files, without the service. */
final class FloorLife implements Life {

    private static final String JUDGE = "songjiang-judge-1";
    private static final String FILING_JUDGE = "bench-filing";

    private final FloorPool pool;
    private final FloorFiles files;
    private final SampleLife sample;
    private final String actor = UUID.randomUUID().toString();

    FloorLife(FloorPool pool, FloorFiles files, SampleLife sample) {
        this.pool = pool;
        this.files = files;
        this.sample = sample;
    }

    @Override
    public void play(Tally tally) throws Exception {
        UUID id = Uuid7.at(Instant.now());
        tally.time(Step.DRAFT, () -> pool.inTransaction(it -> open(it, id)));
        for (int i = 1; i <= Papers.MATERIALS.size(); i++) {
            int number = i;
            byte[] bytes = Papers.material();
            tally.time(Step.MATERIAL, () -> attach(id, number, bytes));
        }
        int submission = Papers.MATERIALS.size() + 1;
        tally.time(Step.SUBMISSION, () -> pool.inTransaction(it -> submit(it, id, submission)));
        tally.time(Step.ACCEPTANCE, () -> pool.inTransaction(it -> accept(it, id, submission + 1)));
        tally.lived();
    }

    private UUID open(FloorStatements it, UUID id) throws SQLException {
        String key = claim(it, actor, "POST /api/v1/filings");
        it.insertFiling(id, actor, sample.steps().getFirst());
        it.answer(actor, key, sample.steps().getFirst(), 1);
        return id;
    }

    private UUID attach(UUID id, int step, byte[] bytes) throws Exception {
        pool.alone(it -> it.find(id));
        if (step == 1) {
            files.makeFolder(id);
        }
        files.store(id, bytes);
        return pool.inTransaction(it -> {
            it.lock(id);
            String key = claim(it, actor, "POST /api/v1/filings/" + id + "/materials");
            write(it, id, actor, key, step);
            return id;
        });
    }

    private UUID submit(FloorStatements it, UUID id, int step) throws SQLException {
        it.lock(id);
        String key = claim(it, actor, "POST /api/v1/filings/" + id + "/submission");
        it.updateHandedIn(id, actor, sample.steps().get(step), step + 1);
        it.people(id, sample);
        tell(it, id, sample.facts().subList(0, 1));
        it.answer(actor, key, sample.steps().get(step), step + 1);
        return id;
    }

    private UUID accept(FloorStatements it, UUID id, int step) throws SQLException {
        it.lock(id);
        String key = claim(it, FILING_JUDGE, "POST /api/v1/filings/" + id + "/acceptance");
        it.number(Year.now().getValue());
        it.assign(id, JUDGE);
        it.updateHandedIn(id, actor, sample.steps().get(step), step + 1);
        tell(it, id, sample.facts().subList(1, sample.facts().size()));
        it.answer(FILING_JUDGE, key, sample.steps().get(step), step + 1);
        return id;
    }

    private void write(FloorStatements it, UUID id, String who, String key, int step) throws SQLException {
        Written written = sample.steps().get(step);
        it.updateDraft(id, actor, written, step + 1);
        it.answer(who, key, written, step + 1);
    }

    private static String claim(FloorStatements it, String who, String request) throws SQLException {
        String key = UUID.randomUUID().toString();
        it.claim(who, key, request);
        return key;
    }

    private static void tell(FloorStatements it, UUID id, List<Told> facts) throws SQLException {
        long sequence = it.reserve(id, facts.size()) - facts.size();
        for (Told fact : facts) {
            sequence++;
            it.tell(Uuid7.at(Instant.now()), id, sequence, fact);
        }
    }
}
