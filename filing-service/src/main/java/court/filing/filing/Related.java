package court.filing.filing;

import court.filing.application.Application;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Filings of the same court that rest on the same basis or are between the same parties 关联、重复申请. */
@Repository
class Related {

    private static final int MOST = 50;

    private final DatabaseClient database;

    Related(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Another filing.
     *
     * @param sameBasis it names the same basis number: most likely a duplicate
     * @param sameApplicants how many persons on the applicants' side are the same
     */
    record Other(
            UUID id,
            String state,
            @Nullable String caseNumber,
            @Nullable OffsetDateTime submittedAt,
            boolean sameBasis,
            long sameApplicants,
            long sameRespondents) {}

    Flux<Other> of(UUID id, Application application) {
        return database.sql("""
                        with mine as (select side, person_key from filing_person where filing_id = :id and side <> 'AGENT'),
                        shared as (
                            select it.filing_id,
                                count(*) filter (where it.side = 'APPLICANT') as applicants,
                                count(*) filter (where it.side = 'RESPONDENT') as respondents
                            from filing_person it join mine using (side, person_key)
                            where it.filing_id <> :id group by it.filing_id)
                        select f.id, f.state, f.case_number, f.submitted_at, coalesce(f.basis_key = :basis, false) as same_basis,
                            coalesce(s.applicants, 0) as same_applicants, coalesce(s.respondents, 0) as same_respondents
                        from filing f left join shared s on s.filing_id = f.id
                        where f.court = :court and f.id <> :id and f.state <> 'DRAFT'
                            and (f.basis_key = :basis or (s.applicants > 0 and s.respondents > 0))
                        order by same_basis desc, f.id desc limit :most""")
                .bind("id", id)
                .bind("basis", application.basisKey())
                .bind("court", application.courtCode())
                .bind("most", MOST)
                .mapProperties(Other.class)
                .all();
    }
}
