package court.filing.filing;

import court.platform.identity.IdType;
import court.platform.model.Money;
import court.platform.model.Refusal;
import court.platform.model.Refused;
import court.platform.model.Refused.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with a form, so that a person is told once and completely. In a draft, what is empty
 * is not wrong yet.
 */
final class FormCheck {

    private static final int LONGEST = 2_000;

    private final boolean complete;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();

    /** @param complete nothing needed may be empty */
    FormCheck(boolean complete, LocalDate today) {
        this.complete = complete;
        this.today = today;
    }

    /** Reads one value; null when it is empty or wrong, which is then on the list. */
    <T> @Nullable T read(String pointer, @Nullable String value, Function<String, @Nullable T> reader) {
        if (value == null || value.isBlank()) {
            return missing(pointer);
        }
        if (value.length() > LONGEST) {
            return fault(pointer, FormRefusal.TOO_LONG, LONGEST);
        }
        try {
            return reader.apply(value.strip());
        } catch (Refused refused) {
            faults.add(new Fault(pointer, refused.refusal().code(), refused.detail()));
            return null;
        }
    }

    @Nullable
    String text(String pointer, @Nullable String value) {
        return read(pointer, value, Function.identity());
    }

    @Nullable
    Money money(String pointer, @Nullable String value) {
        return read(pointer, value, Money::of);
    }

    <E extends Enum<E>> @Nullable E choice(String pointer, @Nullable String value, Class<E> type) {
        return read(pointer, value, text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(text)) {
                    return constant;
                }
            }
            return fault(pointer, FormRefusal.NOT_A_CHOICE, List.of(type.getEnumConstants()));
        });
    }

    @Nullable
    LocalDate pastDate(String pointer, @Nullable String value) {
        LocalDate date = read(pointer, value, text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException unreadable) {
                return fault(pointer, FormRefusal.NOT_A_DATE);
            }
        });
        return date != null && date.isAfter(today) ? fault(pointer, FormRefusal.DATE_IN_FUTURE) : date;
    }

    /** The number in its normal form (rule RF8). */
    @Nullable
    String idNumber(String pointer, @Nullable IdType type, @Nullable String number) {
        return type == null ? null : read(pointer, number, it -> type.check(it, today));
    }

    <T> @Nullable T missing(String pointer) {
        return complete ? fault(pointer, FormRefusal.MISSING) : null;
    }

    <T> @Nullable T fault(String pointer, Refusal refusal, Object... values) {
        Refused refused = refusal.because(values);
        faults.add(new Fault(pointer, refusal.code(), refused.detail()));
        return null;
    }

    /** Refuses with everything that was found. */
    void refuseFaults() {
        if (!faults.isEmpty()) {
            throw FilingRefusal.NOT_COMPLETE.because().with(faults);
        }
    }
}
