package court.filing.filing;

import court.filing.application.ApplicationForm;
import court.filing.application.Applications.Setting;
import court.filing.application.Intake;
import court.filing.application.Intake.Assessment;
import court.filing.filing.Filing.Editable;
import court.platform.calendar.Calendars;
import court.platform.model.Refused.Fault;
import court.platform.security.Actor;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is answered about a filing: while it is in the applicant's hands, with what is still missing. */
@Component
class Answers {

    private final Intake intake;
    private final JsonMapper json;
    private final Calendars calendars;
    private final Clock clock;

    Answers(Intake intake, JsonMapper json, Calendars calendars, Clock clock) {
        this.intake = intake;
        this.json = json;
        this.calendars = calendars;
        this.clock = clock;
    }

    FilingSummary summary(Actor viewer, Stored stored) {
        FilingSummary summary = FilingSummary.of(viewer, stored, day());
        if (!(stored.filing() instanceof Editable filing)) {
            return summary;
        }
        Assessment found = assess(filing);
        return summary.assessed(found.missing(), found.advice());
    }

    /** Reads the form as it stands, as of who began it. */
    Assessment assess(Filing filing) {
        Papers papers = filing.papers();
        return assess(filing, papers.channel().byClerk() ? papers.owner() : null);
    }

    /** @param enteredBy staff id of the clerk who hands it in; null when an applicant does */
    Assessment assess(Filing filing, @Nullable String enteredBy) {
        Papers papers = filing.papers();
        Assessment found = intake.assess(
                form(filing),
                papers.materials().stream()
                        .filter(it -> !it.isInfected())
                        .map(Material::kind)
                        .toList(),
                new Setting(papers.id(), papers.channel(), filing.application(), day().today(), enteredBy));
        List<Fault> infected = papers.materials().stream()
                .filter(Material::isInfected)
                .map(Answers::toReplace)
                .toList();
        return infected.isEmpty() ? found : found.lacking(infected);
    }

    private static Fault toReplace(Material infected) {
        return new Fault(
                "/materials",
                FilingRefusal.MATERIAL_INFECTED.code(),
                "“" + infected.kind() + "”中有一份发现恶意程序，已隔离，请删除后上传干净的文件。");
    }

    ApplicationForm form(Filing filing) {
        return json.readValue(filing.papers().form().reveal(), ApplicationForm.class);
    }

    /** Now, by the calendar that holds now. */
    CourtDay day() {
        return new CourtDay(clock.instant(), calendars.current());
    }
}
