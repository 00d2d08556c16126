package court.filing.assignment;

import court.filing.assignment.Courts.Court;
import court.filing.assignment.Courts.Judge;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Gives each case to one of the judges who have the fewest, by lot 随机分案. */
@Repository
public class Assignments {

    private final DatabaseClient database;
    private final Random lot = new SecureRandom();

    Assignments(DatabaseClient database) {
        this.database = database;
    }

    private record Load(String judgeId, long cases) {}

    /** Assigns the case. Inside the write unit of the acceptance, after the court's number row is locked. */
    public Mono<Judge> assign(UUID caseId, Court court) {
        return database.sql("select judge_id, count(*) as cases from assignment where court = :court group by judge_id")
                .bind("court", court.code())
                .mapProperties(Load.class)
                .all()
                .collect(Collectors.toMap(Load::judgeId, Load::cases))
                .map(loads -> draw(court.judges(), loads))
                .flatMap(judge -> write(caseId, court, judge).thenReturn(judge));
    }

    private Judge draw(List<Judge> judges, Map<String, Long> loads) {
        long fewest = judges.stream()
                .mapToLong(judge -> loads.getOrDefault(judge.id(), 0L))
                .min()
                .orElseThrow(() -> new IllegalStateException("a court in the directory has no judges"));
        List<Judge> free = judges.stream()
                .filter(judge -> loads.getOrDefault(judge.id(), 0L) == fewest)
                .toList();
        return free.get(lot.nextInt(free.size()));
    }

    private Mono<Void> write(UUID caseId, Court court, Judge judge) {
        return database.sql("insert into assignment (case_id, court, judge_id) values (:case, :court, :judge)")
                .bind("case", caseId)
                .bind("court", court.code())
                .bind("judge", judge.id())
                .then();
    }
}
