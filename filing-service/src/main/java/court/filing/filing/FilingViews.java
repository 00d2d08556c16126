package court.filing.filing;

import court.filing.application.Application;
import court.filing.application.ApplicationForm;
import court.filing.application.Fees;
import court.filing.application.Warning;
import court.filing.application.Warnings;
import court.filing.assignment.Courts;
import court.filing.filing.FilingView.MaterialView;
import court.filing.filing.FilingView.NoticeView;
import court.filing.filing.FilingView.RulingView;
import court.filing.filing.FilingView.WithdrawalView;
import court.platform.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows a whole filing: all of it to the applicants, with masks and warnings to the court. */
@Component
class FilingViews {

    private final Answers answers;
    private final Courts courts;
    private final JsonMapper json;
    private final Fees fees = Fees.shipped();

    FilingViews(Answers answers, Courts courts, JsonMapper json) {
        this.answers = answers;
        this.courts = courts;
        this.json = json;
    }

    FilingView of(Stored stored, Actor viewer) {
        Filing filing = stored.filing();
        Application application = filing.application();
        boolean court = viewer.isStaff() && !FilingAccess.isInHandsOf(viewer, filing);
        CourtDay day = answers.day();
        Filing.Returned returned = filing instanceof Filing.Returned yes ? yes : null;
        return new FilingView(
                answers.summary(viewer, stored),
                form(filing, court && !FilingAccess.fillsIn(viewer, filing)),
                filing.papers().materials().stream().map(MaterialView::of).toList(),
                returned == null ? null : returned.notice().missing(),
                returned == null ? null : returned.docket().answerBy(day.calendar()),
                notices(filing, court, day),
                ruling(filing),
                filing instanceof Withdrawn it ? WithdrawalView.of(it.withdrawal()) : null,
                application == null ? null : fees.of(application.claim(), day.today()),
                court ? warnings(filing, day) : null,
                court ? answers.assess(filing).advice() : null);
    }

    private ApplicationForm form(Filing filing, boolean masked) {
        JsonNode form = json.readTree(filing.papers().form().reveal());
        if (masked) {
            Masks.hide(form);
        }
        return json.treeToValue(form, ApplicationForm.class);
    }

    private static @Nullable List<NoticeView> notices(Filing filing, boolean court, CourtDay day) {
        List<NoticeView> notices = filing.docket().notices().stream()
                .map(it -> new NoticeView(
                        it.missing(), it.answerBy().due(day.calendar()).date(), it.at(), court ? it.by() : null))
                .toList();
        return notices.isEmpty() ? null : notices;
    }

    private static @Nullable RulingView ruling(Filing filing) {
        return filing instanceof Filing.Refused refused
                ? new RulingView(
                        refused.ruling().reason(), refused.ruling().text().reveal())
                : null;
    }

    private @Nullable List<Warning> warnings(Filing filing, CourtDay day) {
        return filing instanceof Filing.Submitted submitted
                ? courts.find(submitted.court())
                        .map(court ->
                                new Warnings(day.calendar()).of(submitted.application(), court, submitted.handedInOn()))
                        .orElseGet(List::of)
                : null;
    }
}
