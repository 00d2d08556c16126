package court.filing.application;

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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that stands against a form, so that a person is told once and completely, and everything that was
 * put into its normal form or looks doubtful.
 */
final class FormCheck {

    private static final int LONGEST = 2_000;

    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> advice = new ArrayList<>();

    FormCheck(LocalDate today) {
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    /** Against the form. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Not against it, but worth a look. */
    List<Fault> advice() {
        return List.copyOf(advice);
    }

    /** Reads one value; null when it is empty or wrong, which is then on the list. */
    <T> @Nullable T read(String pointer, @Nullable String value, Function<String, @Nullable T> reader) {
        if (value == null || TextForm.isBlank(value)) {
            return fault(pointer, FormRefusal.MISSING);
        }
        if (value.length() > LONGEST) {
            return fault(pointer, FormRefusal.TOO_LONG, LONGEST);
        }
        try {
            return reader.apply(value);
        } catch (Refused refused) {
            faults.add(new Fault(pointer, refused.refusal().code(), refused.detail()));
            return null;
        }
    }

    /** What is worked out of values that may not go together. */
    <T> @Nullable T computed(String pointer, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refused refused) {
            faults.add(new Fault(pointer, refused.refusal().code(), refused.detail()));
            return null;
        }
    }

    /** A free text. */
    @Nullable
    String text(String pointer, @Nullable String value) {
        return read(pointer, value, String::strip);
    }

    /** A name in its one form. */
    @Nullable
    String name(String pointer, @Nullable String value) {
        return read(pointer, value, text -> {
            String name = normal(pointer, text, TextForm::name);
            if (TextForm.hasPrivateCharacter(name)) {
                advise(pointer, FormRefusal.PRIVATE_CHARACTER);
            }
            return name;
        });
    }

    /** A code that must match a pattern. */
    @Nullable
    String code(String pointer, @Nullable String value, String pattern, Refusal otherwise) {
        return read(pointer, value, text -> {
            String code = normal(pointer, text, TextForm::code);
            return code.matches(pattern) ? code : fault(pointer, otherwise);
        });
    }

    private String normal(String pointer, String text, UnaryOperator<String> form) {
        String normal = form.apply(text);
        if (!normal.equals(text)) {
            advise(pointer, FormRefusal.NORMALISED);
        }
        return normal;
    }

    @Nullable
    Money money(String pointer, @Nullable String value) {
        return read(pointer, value, text -> Money.of(normal(pointer, text, TextForm::code)));
    }

    <E extends Enum<E>> @Nullable E choice(String pointer, @Nullable String value, Class<E> type) {
        return read(pointer, value, text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(text.strip())) {
                    return constant;
                }
            }
            return fault(pointer, FormRefusal.NOT_A_CHOICE, List.of(type.getEnumConstants()));
        });
    }

    /** A date between the founding of the People's Republic and today. */
    @Nullable
    LocalDate pastDate(String pointer, @Nullable String value) {
        LocalDate date = date(pointer, value);
        return date != null && date.isAfter(today) ? fault(pointer, FormRefusal.DATE_IN_FUTURE) : date;
    }

    @Nullable
    LocalDate date(String pointer, @Nullable String value) {
        LocalDate date = read(pointer, value, text -> {
            try {
                return LocalDate.parse(normal(pointer, text, TextForm::code));
            } catch (DateTimeException unreadable) {
                return fault(pointer, FormRefusal.NOT_A_DATE);
            }
        });
        return date != null && date.getYear() < 1949 ? fault(pointer, FormRefusal.DATE_TOO_EARLY) : date;
    }

    /** The number in its normal form (rule RF8); without a type only whether there is one can be told. */
    @Nullable
    String idNumber(String pointer, @Nullable IdType type, @Nullable String number) {
        return read(pointer, number, text -> type == null ? null : type.check(normal(pointer, text, of(type)), today));
    }

    /** Papers whose numbers may hold blanks keep them. */
    private static UnaryOperator<String> of(IdType type) {
        return type == IdType.FOREIGN || type == IdType.OTHER
                ? IdType::normalise
                : it -> IdType.normalise(TextForm.code(it));
    }

    <T> @Nullable T fault(String pointer, Refusal refusal, Object... values) {
        faults.add(new Fault(pointer, refusal.code(), refusal.because(values).detail()));
        return null;
    }

    void advise(String pointer, Refusal refusal, Object... values) {
        advice.add(new Fault(pointer, refusal.code(), refusal.because(values).detail()));
    }
}
