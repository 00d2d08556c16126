package court.filing.application;

import court.filing.application.Applications.Setting;
import court.platform.contract.Posting;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads when an application was posted and when it arrived 邮寄立案 (rule K1). */
final class PostingReader {

    private final FormCheck check;

    PostingReader(FormCheck check) {
        this.check = check;
    }

    /** Nothing for what did not come by mail: an application that came so may still be corrected online. */
    @Nullable
    Posting read(ApplicationForm form, Setting setting) {
        if (setting.channel() != Channel.MAIL) {
            mustBeEmpty("/posted", form.posted());
            mustBeEmpty("/received", form.received());
            return null;
        }
        if (setting.enteredBy() == null) {
            return null;
        }
        LocalDate posted = date("/posted", form.posted());
        LocalDate received = date("/received", form.received());
        if (posted == null || received == null) {
            return null;
        }
        return received.isBefore(posted)
                ? check.fault("/received", FormRefusal.DATES_REVERSED)
                : new Posting(posted, received);
    }

    private void mustBeEmpty(String pointer, @Nullable String value) {
        if (!blank(value)) {
            check.fault(pointer, FormRefusal.NOT_BY_MAIL);
        }
    }

    private @Nullable LocalDate date(String pointer, @Nullable String value) {
        return blank(value) ? check.fault(pointer, FormRefusal.POSTING_MISSING) : check.pastDate(pointer, value);
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
