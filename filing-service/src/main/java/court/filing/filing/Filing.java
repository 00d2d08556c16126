package court.filing.filing;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.filing.application.Application;
import court.filing.assignment.Assignments.Assigned;
import court.filing.assignment.Courts.Judge;
import court.filing.deadline.Deadlines;
import court.filing.deadline.Extension;
import court.filing.deadline.Rule;
import court.platform.calendar.LegalCalendar;
import court.platform.calendar.Term;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.ReviewTaken;
import court.platform.json.Secret;
import court.platform.model.CaseNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to enforce a judgment 执行申请.
 *
 * <pre>
 *   Draft ──submit──▶ Submitted ──accept──▶ Accepted
 *                       │   ▲ │
 *             giveBack  ▼   │ └──refuse───▶ Refused
 *                      Returned ──refuse──────▲   (only when nobody answered in time)
 *                      Submitted, Returned ──withdraw──▶ Withdrawn
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
sealed interface Filing permits Filing.Editable, Filing.Pending, Filing.Accepted, Filing.Refused, Withdrawn {

    Papers papers();

    default UUID id() {
        return papers().id();
    }

    /** What was applied for; null until submitted. */
    default @Nullable Application application() {
        return null;
    }

    /** What the court has done about it. */
    default Docket docket() {
        return Docket.EMPTY;
    }

    /** In the applicant's hands. */
    sealed interface Editable extends Filing {

        Filing with(Papers papers);

        /** Refuses when it is too late to hand it in; what was posted counts as of that day (rule K1). */
        void mustBeInTime(LocalDate handedIn, CourtDay day);

        /** How this submission is told. */
        Fact submission(Application application);

        default Change<Filing> fill(Secret filled) {
            return Change.of(with(papers().with(filled)));
        }

        default Change<Filing> attach(Material material) {
            return Change.of(with(papers().attach(material)));
        }

        default Change<Filing> detach(String fileId) {
            return Change.of(with(papers().detach(fileId)));
        }

        /** The court's seven days start the day after it arrived, in Shanghai (rule RF1). */
        default Change<Filing> submit(Application application, CourtDay day) {
            LocalDate handedIn = application.handedInOn(day.today());
            mustBeInTime(handedIn, day);
            Submitted next = new Submitted(
                    papers(),
                    application,
                    day.now(),
                    Deadlines.term(Rule.DECIDE_FILING, application.arrivedOn(day.today())),
                    this instanceof Returned,
                    docket().handedIn(handedIn));
            return Change.of(next, submission(application));
        }
    }

    /** A filing judge will decide it, now or when the answer to a correction is here. */
    sealed interface Pending extends Filing {

        Filing with(Docket docket);

        /** @param reason needed when somebody else has the review */
        default Change<Filing> take(String by, @Nullable String reason) {
            String from = docket().reviewer();
            if (by.equals(from)) {
                return Change.of(this);
            }
            if (from != null && (reason == null || reason.isBlank())) {
                throw FilingRefusal.UNDER_REVIEW.because(from);
            }
            Secret why = reason == null ? null : new Secret(id().toString(), reason);
            return Change.of(with(docket().reviewedBy(by)), Fact.courtOnly(new ReviewTaken(by, from, why)));
        }
    }

    /** Being filled in; nobody but who fills it in knows of it. */
    record Draft(Papers papers) implements Editable {

        @Override
        public Filing with(Papers next) {
            return new Draft(next);
        }

        /** A draft is never late: that is the respondent's objection to raise (rule RF6). */
        @Override
        public void mustBeInTime(LocalDate handedIn, CourtDay day) {}

        @Override
        public Fact submission(Application application) {
            return FilingFacts.submitted(papers, application);
        }
    }

    /** Back with the applicant, once, with everything that is missing 补正. */
    record Returned(Papers papers, Application application, Docket docket) implements Editable, Pending {

        @Override
        public Returned with(Docket next) {
            return new Returned(papers, application, next);
        }

        Docket.Notice notice() {
            return docket.notices().getLast();
        }

        @Override
        public Filing with(Papers next) {
            return new Returned(next, application, docket);
        }

        @Override
        public void mustBeInTime(LocalDate handedIn, CourtDay day) {
            LocalDate asked = LegalCalendar.dateOf(notice().at());
            if (handedIn.isBefore(asked)) {
                throw FilingRefusal.POSTED_BEFORE_NOTICE.because(asked);
            }
            LocalDate last = docket.answerBy(day.calendar());
            if (handedIn.isAfter(last)) {
                throw FilingRefusal.CORRECTION_TOO_LATE.because(last);
            }
        }

        /** Who missed the time to answer asks for more, or the court decides on that (rule K5). */
        Change<Filing> extend(Extension.Step step) {
            return Change.of(
                    new Returned(papers, application, docket.with(step.next())),
                    Fact.to(application.applicants(), step.told()));
        }

        @Override
        public Fact submission(Application corrected) {
            return FilingFacts.resubmitted(papers, corrected);
        }

        /** Nobody answered in time 逾期未补正. */
        Change<Filing> refuse(Ruling ruling, CourtDay day) {
            LocalDate last = docket.answerBy(day.calendar());
            if (!day.today().isAfter(last)) {
                throw FilingRefusal.STILL_TIME_TO_ANSWER.because(last);
            }
            return Refused.of(with(notice().returned(papers)), application, ruling);
        }
    }

    /**
     * Before the court.
     *
     * @param decideBy the court's term (rule RF1)
     * @param corrected it came back after a correction
     */
    record Submitted(
            Papers papers, Application application, Instant at, Term decideBy, boolean corrected, Docket docket)
            implements Pending {

        /** The day it was first handed in: that of posting for what came by mail (rule K1). */
        LocalDate handedInOn() {
            LocalDate first = docket.handedInOn();
            return first == null ? application.handedInOn(LegalCalendar.dateOf(at)) : first;
        }

        @Override
        public Submitted with(Docket next) {
            return new Submitted(papers, application, at, decideBy, corrected, next);
        }

        /** Puts it back for whoever is free. */
        Change<Filing> putBack(String by) {
            docket.mustBeOpenTo(by);
            return Change.of(with(docket.reviewedBy(null)));
        }

        /** @param againReason needed when the filing was already returned once (rule RF2) */
        Change<Filing> giveBack(Docket.Notice notice, @Nullable String againReason, CourtDay day) {
            docket.mustBeOpenTo(notice.by());
            if (corrected && (againReason == null || againReason.isBlank())) {
                throw FilingRefusal.RETURNED_ONCE.because();
            }
            Docket next = docket.reviewedBy(notice.by()).with(notice.about(papers));
            return Change.of(
                    new Returned(papers, application, next),
                    FilingFacts.returned(application, notice, next.answerBy(day.calendar()), againReason));
        }

        Change<Filing> accept(CaseNumber number, Assigned assigned, String by, Instant now) {
            docket.mustBeOpenTo(by);
            return Change.of(
                    new Accepted(papers, application, number, assigned.judge(), now, docket.reviewedBy(by)),
                    FilingFacts.accepted(application, number, by),
                    assigned.told());
        }

        Change<Filing> refuse(Ruling ruling) {
            return Refused.of(this, application, ruling);
        }
    }

    /** A case 立案受理. */
    record Accepted(Papers papers, Application application, CaseNumber number, Judge judge, Instant at, Docket docket)
            implements Filing {}

    /** No case 不予受理: the end of this filing; another may be made. */
    record Refused(Papers papers, Application application, Ruling ruling, Docket docket) implements Filing {

        private static Change<Filing> of(Filing from, Application application, Ruling ruling) {
            from.docket().mustBeOpenTo(ruling.by());
            return Change.of(
                    new Refused(
                            from.papers(), application, ruling, from.docket().reviewedBy(ruling.by())),
                    FilingFacts.refused(application, ruling));
        }
    }

    /** The court it was handed to; empty while it is a draft. */
    default String court() {
        Application application = application();
        return application == null ? "" : application.courtCode();
    }

    /** Its state as a word for rows and answers. */
    default String stateName() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }
}
