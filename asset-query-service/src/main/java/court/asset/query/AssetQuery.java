package court.asset.query;

import court.asset.institution.Asked;
import court.asset.matter.Matter.Open;
import court.asset.matter.Matter.Respondent;
import court.platform.contract.AssetEvent.Officer;
import court.platform.model.Uuid7;
import java.time.Instant;
import java.util.UUID;

/**
 * A query about one respondent of an open case 网络查询: nobody else can be put into one.
 *
 * @param standing by itself under the judge's standing instruction (rule RP6); else because the judge said so
 */
record AssetQuery(UUID id, UUID caseId, Respondent respondent, Asker asker, boolean standing) {

    /** In whose name: the case, the court by name, the registered officer (rule RP4). */
    record Asker(String caseNumber, String court, Officer officer) {}

    static AssetQuery of(Open matter, String respondentId, Asker asker, boolean standing, Instant now) {
        return new AssetQuery(Uuid7.at(now), matter.id(), matter.respondent(respondentId), asker, standing);
    }

    Officer officer() {
        return asker.officer();
    }

    /** The request to one institution, under a number of its own. */
    Asked asked(Instant now) {
        return new Asked.Query(
                Uuid7.at(now).toString(),
                asker.caseNumber(),
                asker.court(),
                asker.officer(),
                new Asked.Subject(
                        respondent.name().reveal(),
                        respondent.idType(),
                        respondent.idNumber().reveal()));
    }
}
