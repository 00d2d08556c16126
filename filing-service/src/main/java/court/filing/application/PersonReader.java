package court.filing.application;

import court.filing.application.PartyForm.PersonForm;
import court.platform.contract.Party;
import court.platform.identity.IdType;
import court.platform.json.Secret;
import court.platform.vault.PersonKey;
import org.jspecify.annotations.Nullable;

/** Reads who somebody is. */
final class PersonReader {

    private static final String PHONE = "\\+?[0-9][0-9-]{4,19}";

    private final FormCheck check;
    private final PersonKey personKey;

    PersonReader(FormCheck check, PersonKey personKey) {
        this.check = check;
        this.personKey = personKey;
    }

    /** A document that was checked by its type (rule RF8), and the pseudonym of its holder. */
    record Identity(IdType type, String number, String key) {}

    @Nullable
    Identity identity(String pointer, @Nullable IdType type, @Nullable String idNumber) {
        String number = check.idNumber(pointer + "/idNumber", type, idNumber);
        if (type == null || number == null) {
            return null;
        }
        if (type == IdType.OTHER || type == IdType.FOREIGN) {
            check.advise(pointer + "/idNumber", FormRefusal.MANUAL_IDENTITY);
        }
        return new Identity(type, number, personKey.of(type.name(), number));
    }

    /** Somebody who acts for a party, sealed with that party's key. */
    Party.@Nullable Representative representative(String at, PersonForm form, String owner) {
        String name = check.name(at + "/name", form.name());
        Identity who = identity(at, check.choice(at + "/idType", form.idType(), IdType.class), form.idNumber());
        return name == null || who == null
                ? null
                : new Party.Representative(
                        new Secret(owner, name), who.type().name(), new Secret(owner, who.number()), who.key());
    }

    @Nullable
    String phone(String pointer, @Nullable String value) {
        return check.code(pointer, value, PHONE, FormRefusal.NOT_A_PHONE);
    }
}
