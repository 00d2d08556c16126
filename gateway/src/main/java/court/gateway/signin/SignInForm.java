package court.gateway.signin;

import court.platform.calendar.LegalCalendar;
import court.platform.identity.IdType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what people type of themselves when they sign in. */
final class SignInForm {

    private static final int LONGEST_NAME = 50;

    private SignInForm() {}

    static String name(@Nullable String typed) {
        String name = typed == null ? "" : typed.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw SignInRefusal.NAME_MISSING.because();
        }
        return name;
    }

    static void phone(@Nullable String typed) {
        if (typed == null || !typed.matches("1\\d{10}")) {
            throw SignInRefusal.PHONE_WRONG.because();
        }
    }

    static VerifiedIdentity identity(@Nullable IdType type, @Nullable String number, Instant now) {
        if (type == null) {
            throw SignInRefusal.ID_TYPE_MISSING.because();
        }
        return VerifiedIdentity.of(type, number == null ? "" : number, LegalCalendar.dateOf(now));
    }
}
