package court.filing.filing;

import court.filing.deadline.Extension;
import court.platform.calendar.LegalCalendar;
import court.platform.calendar.Term;
import court.platform.contract.FilingEvent.Missing;
import court.platform.scan.Scan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the court has done about a filing so far.
 *
 * @param reviewer staff id of the filing judge who reviews it; null while nobody has taken it
 * @param notices every correction notice, the first first
 * @param extension of the time to answer the last of them, when somebody asked for one (rule K5)
 * @param handedInOn the day the application was first handed in: whether it was in time hangs on it; null while it was not
 */
record Docket(
        @Nullable String reviewer,
        List<Notice> notices,
        @Nullable Extension extension,
        @Nullable LocalDate handedInOn) {

    static final Docket EMPTY = new Docket(null, List.of(), null, null);

    /**
     * A correction notice 补正通知.
     *
     * @param answerBy the time to answer it
     * @param by staff id
     * @param about what was returned, as it was; null for notices given before this was kept
     */
    record Notice(
            List<Missing> missing,
            Term answerBy,
            Instant at,
            String by,
            @Nullable Papers about) {

        Notice(List<Missing> missing, Term answerBy, Instant at, String by) {
            this(missing, answerBy, at, by, null);
        }

        /** What the court returned: so it goes on seeing it until it is handed in again. */
        Papers returned(Papers now) {
            return about == null ? now : about;
        }

        Notice scanned(String fileId, Scan result) {
            return about == null ? this : about(about.scanned(fileId, result));
        }

        Notice about(Papers returned) {
            return new Notice(missing, answerBy, at, by, returned);
        }
    }

    Docket reviewedBy(@Nullable String staffId) {
        return new Docket(staffId, notices, extension, handedInOn);
    }

    Docket with(Notice notice) {
        return new Docket(
                reviewer, Stream.concat(notices.stream(), Stream.of(notice)).toList(), null, handedInOn);
    }

    /** The same, knowing what was found in one file of what was returned. */
    Docket scanned(String fileId, Scan result) {
        return new Docket(
                reviewer, notices.stream().map(it -> it.scanned(fileId, result)).toList(), extension, handedInOn);
    }

    Docket with(Extension asked) {
        return new Docket(reviewer, notices, asked, handedInOn);
    }

    /** A correction does not change when it was first handed in. */
    Docket handedIn(LocalDate day) {
        return new Docket(reviewer, notices, extension, handedInOn == null ? day : handedInOn);
    }

    /** Last day to answer the last notice: derived anew each time, because calendars change (rule K2). */
    LocalDate answerBy(LegalCalendar calendar) {
        return extension instanceof Extension.Granted granted
                ? granted.until()
                : notices.getLast().answerBy().due(calendar).date();
    }

    /** Refuses who decides while somebody else has the review. */
    void mustBeOpenTo(String staffId) {
        if (reviewer != null && !reviewer.equals(staffId)) {
            throw FilingRefusal.UNDER_REVIEW.because(reviewer);
        }
    }
}
