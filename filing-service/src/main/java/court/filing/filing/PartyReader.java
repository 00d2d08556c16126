package court.filing.filing;

import court.filing.filing.ApplicationForm.PartyForm;
import court.filing.filing.ApplicationForm.RepresentativeForm;
import court.platform.contract.Party;
import court.platform.identity.IdType;
import court.platform.json.Secret;
import court.platform.vault.PersonKey;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parties off a form; the same person keeps the same party id through corrections. */
final class PartyReader {

    private final FormCheck check;
    private final PersonKey personKey;
    private final List<Party> known;

    PartyReader(FormCheck check, PersonKey personKey, List<Party> known) {
        this.check = check;
        this.personKey = personKey;
        this.known = known;
    }

    Stream<Party> read(Party.Role role, String pointer, List<PartyForm> forms) {
        if (forms.isEmpty()) {
            check.missing(pointer);
        }
        return IntStream.range(0, forms.size())
                .mapToObj(i -> party(role, pointer + "/" + i, forms.get(i)))
                .flatMap(Stream::ofNullable);
    }

    private @Nullable Party party(Party.Role role, String pointer, PartyForm form) {
        Party.Kind kind = check.choice(pointer + "/kind", form.kind(), Party.Kind.class);
        String name = check.text(pointer + "/name", form.name());
        IdType idType = idType(pointer, kind, form);
        String number = check.idNumber(pointer + "/idNumber", idType, form.idNumber());
        Contact contact =
                new Contact(optional(pointer + "/phone", form.phone()), optional(pointer + "/address", form.address()));
        if (role == Party.Role.APPLICANT && contact.phone() == null) {
            check.missing(pointer + "/phone");
        }
        if (kind == null || name == null || idType == null || number == null) {
            representative(pointer, kind, role, form.representative(), "unread");
            return null;
        }
        String key = personKey.of(idType.name(), number);
        String id = partyId(role, key);
        return new Party(
                id,
                role,
                kind,
                new Secret(id, name),
                idType.name(),
                new Secret(id, number),
                key,
                secret(id, contact.phone()),
                secret(id, contact.address()),
                representative(pointer, kind, role, form.representative(), id));
    }

    private record Contact(@Nullable String phone, @Nullable String address) {}

    private @Nullable IdType idType(String pointer, Party.@Nullable Kind kind, PartyForm form) {
        IdType type = check.choice(pointer + "/idType", form.idType(), IdType.class);
        boolean person = type != IdType.CREDIT_CODE;
        if (type != null && kind != null && type != IdType.OTHER && person != (kind == Party.Kind.PERSON)) {
            return check.fault(pointer + "/idType", FormRefusal.WRONG_ID_TYPE);
        }
        return type;
    }

    private Party.@Nullable Representative representative(
            String pointer,
            Party.@Nullable Kind kind,
            Party.Role role,
            @Nullable RepresentativeForm form,
            String owner) {
        String at = pointer + "/representative";
        if (form == null) {
            return kind == Party.Kind.ORGANISATION && role == Party.Role.APPLICANT ? check.missing(at) : null;
        }
        if (kind == Party.Kind.PERSON) {
            return check.fault(at, FormRefusal.PERSON_NEEDS_NONE);
        }
        String name = check.text(at + "/name", form.name());
        IdType type = check.choice(at + "/idType", form.idType(), IdType.class);
        String number = check.idNumber(at + "/idNumber", type, form.idNumber());
        return name == null || type == null || number == null
                ? null
                : new Party.Representative(
                        new Secret(owner, name),
                        type.name(),
                        new Secret(owner, number),
                        personKey.of(type.name(), number));
    }

    private @Nullable String optional(String pointer, @Nullable String value) {
        return value == null || value.isBlank() ? null : check.text(pointer, value);
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
