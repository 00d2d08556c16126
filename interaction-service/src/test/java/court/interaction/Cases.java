package court.interaction;

import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.contract.Party;
import court.platform.json.Secret;
import court.platform.model.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parties and cases for tests. */
public final class Cases {

    public static final String COURT = "沪0117";
    public static final String NUMBER = "（2026）沪0117执1号";

    private Cases() {}

    /** A person whose key is {@code <partyId>-key}. */
    public static Party person(String partyId, Party.Role role, String name) {
        return party(partyId, role, name, partyId + "-key");
    }

    public static Party party(String partyId, Party.Role role, String name, String personKey) {
        return new Party(
                partyId,
                role,
                Party.Kind.PERSON,
                new Secret(partyId, name),
                "ID_CARD",
                new Secret(partyId, "number of " + name),
                personKey,
                phone(partyId),
                null,
                null);
    }

    private static @Nullable Secret phone(String partyId) {
        return new Secret(partyId, "13800000000");
    }

    public static FilingSubmitted submitted(List<Party> parties) {
        return new FilingSubmitted(
                COURT, "WEB", parties, claim(), basis(), List.of(), List.of(), List.of(), null, null);
    }

    public static CaseAccepted accepted(List<Party> parties) {
        return new CaseAccepted(NUMBER, COURT, parties, claim(), basis(), "filing-judge", List.of());
    }

    /** 1,000.00 yuan. */
    public static Claim claim() {
        return new Claim(Claim.Kind.MONEY, Money.of("1000.00"), new Secret("claim", "to pay"));
    }

    public static Basis basis() {
        return new Basis(Basis.Kind.JUDGMENT, "（2025）沪0117民初1号", "上海市松江区人民法院", LocalDate.of(2025, 1, 2));
    }
}
