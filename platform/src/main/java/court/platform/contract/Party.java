package court.platform.contract;

import court.platform.json.Secret;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A party 当事人 of a case.
 *
 * @param partyId stable within the case; what everybody else calls this party
 * @param personKey pseudonym of the verified identity; equal keys mean the same person
 * @param representative legal representative 法定代表人 who acts for an organisation
 */
public record Party(
        String partyId,
        Role role,
        Kind kind,
        Secret name,
        String idType,
        Secret idNumber,
        String personKey,
        @Nullable Secret phone,
        @Nullable Secret address,
        @Nullable Representative representative) {

    /** On which side. */
    public enum Role {
        /** 申请执行人 */
        APPLICANT,
        /** 被执行人 */
        RESPONDENT
    }

    /** What kind of party. */
    public enum Kind {
        /** 自然人 */
        PERSON,
        /** 法人或非法人组织 */
        ORGANISATION
    }

    /** A person who acts for an organisation by law. */
    public record Representative(Secret name, String idType, Secret idNumber, String personKey) {}

    /** The identities that may act as this party. */
    public List<String> personKeys() {
        return Stream.concat(
                        Stream.of(personKey), Stream.ofNullable(representative).map(Representative::personKey))
                .toList();
    }
}
