package court.filing.application;

import static court.filing.application.PartyReader.blank;

import court.filing.application.ApplicationForm.BasisForm;
import court.platform.contract.Basis;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what an application rests on 执行依据. */
final class BasisReader {

    private final FormCheck check;

    BasisReader(FormCheck check) {
        this.check = check;
    }

    @Nullable
    Basis read(@Nullable BasisForm form) {
        if (form == null) {
            return check.fault("/basis", FormRefusal.MISSING);
        }
        Basis.Kind kind = check.choice("/basis/kind", form.kind(), Basis.Kind.class);
        String number = check.text("/basis/number", form.number());
        String issuedBy = check.name("/basis/issuedBy", form.issuedBy());
        LocalDate issuedOn = blank(form.issuedOn()) ? null : check.pastDate("/basis/issuedOn", form.issuedOn());
        LocalDate performBy = blank(form.performBy()) ? null : check.date("/basis/performBy", form.performBy());
        LocalDate effectiveOn = effectiveOn(form);
        if (issuedOn != null && effectiveOn != null && effectiveOn.isBefore(issuedOn)) {
            check.fault("/basis/effectiveOn", FormRefusal.DATES_REVERSED);
        }
        return kind == null || number == null || issuedBy == null
                ? null
                : new Basis(kind, number, issuedBy, effectiveOn, issuedOn, performBy);
    }

    private @Nullable LocalDate effectiveOn(BasisForm form) {
        if (Boolean.FALSE.equals(form.inForce())) {
            check.advise("/basis/inForce", FormRefusal.NOT_IN_FORCE);
            return null;
        }
        return check.pastDate("/basis/effectiveOn", form.effectiveOn());
    }
}
