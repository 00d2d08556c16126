package court.filing.numbering;

import court.platform.model.CaseNumber;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Gives out case numbers 案号: per court, year and type in order, no gaps, none twice (rule RF4). */
@Repository
public class CaseNumbers {

    private final DatabaseClient database;

    CaseNumbers(DatabaseClient database) {
        this.database = database;
    }

    /** The next number. Inside a write unit: rolled back, it was never given; other acceptances of the court wait. */
    public Mono<CaseNumber> next(String court, int year, CaseNumber.Type type) {
        return database.sql("""
                        insert into case_number (court, year, type, last) values (:court, :year, :type, 1)
                        on conflict (court, year, type) do update set last = case_number.last + 1
                        returning last""")
                .bind("court", court)
                .bind("year", year)
                .bind("type", type.name())
                .mapValue(Integer.class)
                .one()
                .map(serial -> new CaseNumber(year, court, type, serial));
    }
}
