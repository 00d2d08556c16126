package court.filing.filing;

import court.filing.application.Application;
import court.filing.filing.Filing.Accepted;
import court.filing.filing.Filing.Draft;
import court.filing.filing.Filing.Refused;
import court.filing.filing.Filing.Returned;
import court.filing.filing.Filing.Submitted;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.MaterialScanned;
import court.platform.scan.Scan;
import java.util.Optional;
import java.util.stream.Stream;

/** What a look into a file that was taken unscanned changes in its filing, whatever state that is in. */
final class Scanned {

    private Scanned() {}

    /** Everything that lies in a filing or was returned with it. */
    static Stream<Material> materials(Filing filing) {
        Stream<Papers> returned =
                filing.docket().notices().stream().flatMap(it -> Optional.ofNullable(it.about()).stream());
        return Stream.concat(Stream.of(filing.papers()), returned).flatMap(it -> it.materials().stream());
    }

    /** A draft tells nobody; the applicants learn of what was found, the court of every look. */
    static Change<Filing> of(Filing filing, String fileId, Scan result) {
        Filing next = next(
                filing, filing.papers().scanned(fileId, result), filing.docket().scanned(fileId, result));
        Application application = filing.application();
        if (application == null) {
            return Change.of(next);
        }
        MaterialScanned told =
                new MaterialScanned(fileId, result.state().name(), result.at(), result.engine(), result.found());
        return Change.of(next, result.isInfected() ? Fact.to(application.applicants(), told) : Fact.courtOnly(told));
    }

    private static Filing next(Filing filing, Papers papers, Docket docket) {
        return switch (filing) {
            case Draft _ -> new Draft(papers);
            case Returned it -> new Returned(papers, it.application(), docket);
            case Submitted it ->
                new Submitted(papers, it.application(), it.at(), it.decideBy(), it.corrected(), docket);
            case Accepted it -> new Accepted(papers, it.application(), it.number(), it.judge(), it.at(), docket);
            case Refused it -> new Refused(papers, it.application(), it.ruling(), docket);
            case Withdrawn it -> new Withdrawn(papers, it.application(), it.withdrawal(), docket);
        };
    }
}
