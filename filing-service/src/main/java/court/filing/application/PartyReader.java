package court.filing.application;

import court.filing.application.PartyForm.AccountForm;
import court.filing.application.PartyForm.PersonForm;
import court.filing.application.PartyForm.ServiceForm;
import court.filing.application.PersonReader.Identity;
import court.platform.contract.Party;
import court.platform.identity.IdType;
import court.platform.json.Secret;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the parties off a form; the same person keeps the same party id through corrections. */
final class PartyReader {

    private static final String UNREAD = "unread";

    private final FormCheck check;
    private final PersonReader people;
    private final Guardianship guardianship;
    private final List<Party> known;

    PartyReader(FormCheck check, PersonReader people, List<Party> known) {
        this.check = check;
        this.people = people;
        this.guardianship = new Guardianship(check);
        this.known = known;
    }

    /** One side; null where a party could not be read, so that positions stay. */
    List<@Nullable Party> read(Party.Role role, String pointer, List<PartyForm> forms) {
        if (forms.isEmpty()) {
            check.fault(pointer, FormRefusal.MISSING);
        }
        return IntStream.range(0, forms.size())
                .<@Nullable Party>mapToObj(i -> party(role, pointer + "/" + i, forms.get(i)))
                .toList();
    }

    private @Nullable Party party(Party.Role role, String at, PartyForm form) {
        Party.Kind kind = check.choice(at + "/kind", form.kind(), Party.Kind.class);
        String name = check.name(at + "/name", form.name());
        Identity identity = people.identity(at, idType(at, kind, form), form.idNumber());
        String id = identity == null ? UNREAD : partyId(role, identity.key());
        Contact contact = contact(role, at, form);
        Actors actors = actors(role, kind, at, form, id);
        if (role == Party.Role.APPLICANT) {
            guardianship.check(at + "/guardian", identity, form.guardian() != null, actors.guardian());
        }
        if (kind == null || name == null || identity == null) {
            service(at, form.service(), id);
            account(at, form.account(), id);
            return null;
        }
        return new Party(
                id,
                role,
                kind,
                new Secret(id, name),
                identity.type().name(),
                new Secret(id, identity.number()),
                identity.key(),
                secret(id, contact.phone()),
                secret(id, contact.address()),
                actors.representative(),
                actors.guardian(),
                actors.handler(),
                service(at, form.service(), id),
                account(at, form.account(), id));
    }

    private record Contact(@Nullable String phone, @Nullable String address) {}

    private Contact contact(Party.Role role, String at, PartyForm form) {
        boolean needed = role == Party.Role.APPLICANT || !blank(form.phone());
        return new Contact(
                needed ? people.phone(at + "/phone", form.phone()) : null, optional(at + "/address", form.address()));
    }

    private record Actors(
            Party.@Nullable Representative representative,
            Party.@Nullable Representative guardian,
            Party.@Nullable Representative handler) {}

    private Actors actors(Party.Role role, Party.@Nullable Kind kind, String at, PartyForm form, String id) {
        if (kind == Party.Kind.ORGANISATION && role == Party.Role.APPLICANT && form.representative() == null) {
            check.fault(at + "/representative", FormRefusal.MISSING);
        }
        boolean person = kind == Party.Kind.PERSON;
        boolean organisation = kind == Party.Kind.ORGANISATION;
        return new Actors(
                actor(at + "/representative", form.representative(), id, person, FormRefusal.PERSON_NEEDS_NONE),
                actor(at + "/guardian", form.guardian(), id, organisation, FormRefusal.ORGANISATION_NEEDS_NONE),
                actor(at + "/handler", form.handler(), id, person, FormRefusal.PERSON_NEEDS_NONE));
    }

    private Party.@Nullable Representative actor(
            String at, @Nullable PersonForm form, String id, boolean none, FormRefusal why) {
        if (form == null) {
            return null;
        }
        return none ? check.fault(at, why) : people.representative(at, form, id);
    }

    private @Nullable IdType idType(String at, Party.@Nullable Kind kind, PartyForm form) {
        IdType type = check.choice(at + "/idType", form.idType(), IdType.class);
        boolean person = type != IdType.CREDIT_CODE;
        if (type != null && kind != null && type != IdType.OTHER && person != (kind == Party.Kind.PERSON)) {
            return check.fault(at + "/idType", FormRefusal.WRONG_ID_TYPE);
        }
        return type;
    }

    private Party.@Nullable Service service(String at, @Nullable ServiceForm form, String id) {
        if (form == null) {
            return null;
        }
        String pointer = at + "/service";
        String email = blank(form.email())
                ? null
                : check.code(
                        pointer + "/email", form.email(), "[^@\\s]{1,64}@[^@\\s]{1,190}", FormRefusal.NOT_AN_EMAIL);
        Party.Consent consent =
                blank(form.consent()) ? null : check.choice(pointer + "/consent", form.consent(), Party.Consent.class);
        if (blank(form.consent())) {
            check.advise(pointer + "/consent", FormRefusal.NO_CONSENT);
        }
        return new Party.Service(
                secret(id, optional(pointer + "/address", form.address())), secret(id, email), consent);
    }

    private Party.@Nullable Account account(String at, @Nullable AccountForm form, String id) {
        if (form == null) {
            return null;
        }
        String pointer = at + "/account";
        String holder = check.name(pointer + "/holder", form.holder());
        String bank = check.text(pointer + "/bank", form.bank());
        String number = check.code(pointer + "/number", form.number(), "[0-9A-Za-z]{6,34}", FormRefusal.NOT_AN_ACCOUNT);
        if (number != null && !Luhn.holds(number)) {
            check.advise(pointer + "/number", FormRefusal.ACCOUNT_DOUBTFUL);
        }
        return holder == null || bank == null || number == null
                ? null
                : new Party.Account(new Secret(id, holder), new Secret(id, bank), new Secret(id, number));
    }

    private @Nullable String optional(String pointer, @Nullable String value) {
        return blank(value) ? null : check.text(pointer, value);
    }

    static boolean blank(@Nullable String value) {
        return value == null || TextForm.isBlank(value);
    }

    private static @Nullable Secret secret(String owner, @Nullable String text) {
        return text == null ? null : new Secret(owner, text);
    }

    private String partyId(Party.Role role, String key) {
        return known.stream()
                .filter(party -> party.role() == role && party.personKey().equals(key))
                .map(Party::partyId)
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
