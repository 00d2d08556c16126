package court.gateway.signin;

import court.gateway.verification.Person;
import court.platform.identity.IdType;
import java.time.LocalDate;

/**
 * Who somebody is, as established outside: by WeChat's real-name check, by the city app, or for trials by
 * their own word. It lives as long as the sign-in does; what stays of it is the pseudonym only.
 */
record VerifiedIdentity(IdType type, String number) {

    /** Refuses a number that cannot be right (RF8). */
    static VerifiedIdentity of(IdType type, String number, LocalDate today) {
        if (!Person.PAPERS.contains(type)) {
            throw SignInRefusal.ID_TYPE_NOT_FOR_SIGN_IN.because();
        }
        return new VerifiedIdentity(type, type.check(number, today));
    }

    @Override
    public String toString() {
        return "VerifiedIdentity[" + type + "]";
    }
}
