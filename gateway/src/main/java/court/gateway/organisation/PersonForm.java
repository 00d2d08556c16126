package court.gateway.organisation;

import court.gateway.verification.Person;
import court.platform.identity.IdType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A natural person as typed into a form. */
record PersonForm(
        @Nullable String name,
        @Nullable IdType idType,
        @Nullable String idNumber) {

    /** Refuses what is missing and a number that cannot be right (RF8). */
    static Person checked(@Nullable PersonForm form, LocalDate today) {
        if (form == null || form.idType() == null || !Person.PAPERS.contains(form.idType())) {
            throw OrganisationRefusal.PERSON_INCOMPLETE.because();
        }
        String number = form.idNumber() == null ? "" : form.idNumber();
        return new Person(name(form.name()), form.idType(), form.idType().check(number, today));
    }

    static String name(@Nullable String typed) {
        String name = typed == null ? "" : typed.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > 100) {
            throw OrganisationRefusal.NAME_MISSING.because();
        }
        return name;
    }

    @Override
    public String toString() {
        return "PersonForm";
    }
}
