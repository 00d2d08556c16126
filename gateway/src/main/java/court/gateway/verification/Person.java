package court.gateway.verification;

import court.platform.identity.IdType;
import java.util.Set;

/** A natural person as somebody typed them, of a form that can be right; it lives as long as the request. */
public record Person(String name, IdType idType, String idNumber) {

    /** Papers of natural persons whose number one can tell apart; organisations act through a person. */
    public static final Set<IdType> PAPERS =
            Set.of(IdType.ID_CARD, IdType.PASSPORT, IdType.HK_MACAO_PERMIT, IdType.TAIWAN_PERMIT);

    @Override
    public String toString() {
        return "Person[" + idType + "]";
    }
}
