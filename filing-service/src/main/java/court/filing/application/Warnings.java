package court.filing.application;

import court.filing.application.Warning.Kind;
import court.filing.assignment.Courts.Court;
import court.platform.calendar.LegalCalendar;
import court.platform.calendar.Term;
import court.platform.contract.Basis;
import court.platform.contract.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a filing judge is warned of. Warnings only: none of it refuses anything by itself (rule RF6). */
public final class Warnings {

    private static final int LIMITATION_MONTHS = 24;
    private static final Set<Basis.Kind> OF_COURTS = Set.of(
            Basis.Kind.JUDGMENT,
            Basis.Kind.MEDIATION_AGREEMENT,
            Basis.Kind.RULING,
            Basis.Kind.PAYMENT_ORDER,
            Basis.Kind.CONFIRMED_MEDIATION,
            Basis.Kind.CRIMINAL_JUDGMENT);

    private final LegalCalendar calendar;

    public Warnings(LegalCalendar calendar) {
        this.calendar = calendar;
    }

    /** @param submitted the day the application was first handed in: a correction does not make it late */
    public List<Warning> of(Application application, Court court, LocalDate submitted) {
        List<Warning> found = new ArrayList<>();
        time(application.basis(), submitted, found);
        jurisdiction(application.basis(), court, found);
        application.parties().forEach(party -> party(party, found));
        return found.stream().distinct().toList();
    }

    /** Two years from the last day for performance, or from taking effect (Civil Procedure Law art. 250, rule RF6). */
    private void time(Basis basis, LocalDate submitted, List<Warning> found) {
        LocalDate performBy = basis.performBy();
        LocalDate from = performBy == null ? basis.effectiveOn() : performBy;
        if (basis.effectiveOn() == null) {
            found.add(Kind.NOT_IN_FORCE.because());
        }
        if (from == null) {
            return;
        }
        LocalDate last = Term.months(LIMITATION_MONTHS, from).due(calendar).date();
        if (submitted.isAfter(last)) {
            found.add(Kind.LIMITATION.because(last));
        }
        if (performBy != null && !submitted.isAfter(performBy)) {
            found.add(Kind.NOT_DUE.because(performBy));
        }
    }

    private static void jurisdiction(Basis basis, Court court, List<Warning> found) {
        if (OF_COURTS.contains(basis.kind()) && !basis.issuedBy().equals(court.name())) {
            found.add(Kind.JURISDICTION_ISSUER.because(basis.issuedBy(), court.name()));
        }
        boolean basic = court.code().replaceAll("\\D", "").length() > 2;
        if (basis.kind() == Basis.Kind.ARBITRAL_AWARD && basic) {
            found.add(Kind.JURISDICTION_LEVEL.because());
        }
    }

    private static void party(Party party, List<Warning> found) {
        if (Set.of("OTHER", "FOREIGN").contains(party.idType())) {
            found.add(Kind.MANUAL_IDENTITY.because());
        }
        Party.Account account = party.account();
        if (account != null
                && !TextForm.same(account.holder().reveal(), party.name().reveal())) {
            found.add(Kind.FOREIGN_ACCOUNT.because());
        }
    }
}
