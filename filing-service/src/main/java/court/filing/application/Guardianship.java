package court.filing.application;

import court.filing.application.PersonReader.Identity;
import court.platform.contract.Party;
import court.platform.identity.IdType;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Who is under age does not act alone; who lives on their own work from sixteen on may (Civil Code arts 17 to 23). */
final class Guardianship {

    private static final int OF_AGE = 18;
    private static final int LIVES_ON_OWN_WORK = 16;

    private final FormCheck check;

    Guardianship(FormCheck check) {
        this.check = check;
    }

    /** @param named whether the form names a guardian, be it unreadable */
    void check(String at, @Nullable Identity ward, boolean named, Party.@Nullable Representative guardian) {
        if (ward != null && !named && isUnder(LIVES_ON_OWN_WORK, ward.type(), ward.number())) {
            check.fault(at, FormRefusal.GUARDIAN_NEEDED);
        } else if (ward != null && !named && isUnder(OF_AGE, ward.type(), ward.number())) {
            check.advise(at, FormRefusal.GUARDIAN_EXPECTED);
        }
        if (ward != null && guardian != null && (guardian.personKey().equals(ward.key()) || isChild(guardian))) {
            check.fault(at, FormRefusal.GUARDIAN_UNFIT);
        }
    }

    private boolean isChild(Party.Representative guardian) {
        return isUnder(
                OF_AGE, IdType.valueOf(guardian.idType()), guardian.idNumber().reveal());
    }

    private boolean isUnder(int years, IdType type, String number) {
        return type == IdType.ID_CARD && birthDate(number).plusYears(years).isAfter(check.today());
    }

    private static LocalDate birthDate(String idCard) {
        return LocalDate.parse(idCard.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    }
}
