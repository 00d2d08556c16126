package court.gateway.signin;

import court.platform.identity.IdType;
import java.time.LocalDate;
import java.util.Set;

/**
 * Who somebody is, as established outside: by WeChat's real-name check, or for trials by their own word. It lives as long
 * as the sign-in does; what stays of it is the pseudonym only.
 */
record VerifiedIdentity(IdType type, String number) {

    /** Papers of natural persons whose number one can tell apart; organisations act through a person. */
    private static final Set<IdType> PERSONAL =
            Set.of(IdType.ID_CARD, IdType.PASSPORT, IdType.HK_MACAO_PERMIT, IdType.TAIWAN_PERMIT);

    /** Refuses a number that cannot be right (RF8). */
    static VerifiedIdentity of(IdType type, String number, LocalDate today) {
        if (!PERSONAL.contains(type)) {
            throw SignInRefusal.ID_TYPE_NOT_FOR_SIGN_IN.because();
        }
        return new VerifiedIdentity(type, type.check(number, today));
    }

    @Override
    public String toString() {
        return "VerifiedIdentity[" + type + "]";
    }
}
