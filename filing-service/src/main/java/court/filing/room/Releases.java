package court.filing.room;

import court.filing.deadline.Deadlines;
import court.filing.deadline.Ending;
import court.filing.deadline.Ending.How;
import court.filing.deadline.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Which respondents the judge let into the room; with the last of them the limit for the notice is kept (rule RS5). */
@Repository
class Releases {

    private final DatabaseClient database;
    private final AcceptedCases cases;
    private final Deadlines deadlines;

    Releases(DatabaseClient database, AcceptedCases cases, Deadlines deadlines) {
        this.database = database;
        this.cases = cases;
        this.deadlines = deadlines;
    }

    /** Inside the unit that handles the fact. */
    Mono<Void> note(UUID caseId, String partyId, LocalDate on) {
        return cases.lock(caseId)
                .flatMap(parties -> write(caseId, partyId)
                        .then(of(caseId))
                        .filter(released -> released.containsAll(parties.respondents())))
                .flatMap(all -> deadlines.end(List.of(new Ending(caseId, Rule.ENFORCEMENT_NOTICE, How.DONE, on))));
    }

    private Mono<Void> write(UUID caseId, String partyId) {
        return database.sql(
                        "insert into released_respondent (filing_id, party_id) values (:case, :party) on conflict do nothing")
                .bind("case", caseId)
                .bind("party", partyId)
                .then();
    }

    private Mono<List<String>> of(UUID caseId) {
        return database.sql("select party_id from released_respondent where filing_id = :case")
                .bind("case", caseId)
                .mapValue(String.class)
                .all()
                .collectList();
    }
}
