package court.platform.contract;

import court.platform.json.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A party 当事人 of a case.
 *
 * @param partyId stable within the case; what everybody else calls this party
 * @param personKey pseudonym of the verified identity; equal keys mean the same person
 * @param representative legal representative 法定代表人 who acts for an organisation
 * @param guardian 法定代理人 who acts for a person who cannot (rule RF8)
 * @param handler 经办人 whom an organisation names for this case; may act only while the organisation authorises them
 * @param service where and how documents reach this party
 * @param account the payee's own account, applicants in money cases only (rule RS16)
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
        @Nullable Representative representative,
        @Nullable Representative guardian,
        @Nullable Representative handler,
        @Nullable Service service,
        @Nullable Account account) {

    /** A party of whom no more is known than who they are. */
    public Party(
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
        this(
                partyId,
                role,
                kind,
                name,
                idType,
                idNumber,
                personKey,
                phone,
                address,
                representative,
                null,
                null,
                null,
                null);
    }

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

    /**
     * The address confirmation 送达地址确认书.
     *
     * @param consent to electronic service; none means paper (rule RS1)
     */
    public record Service(
            @Nullable Secret address,
            @Nullable Secret email,
            @Nullable Consent consent) {}

    /** The four kinds of consent to electronic service (rule RS1; Online Litigation Rules arts 29, 30). */
    public enum Consent {
        /** 明确同意 */
        EXPRESS,
        /** 事先约定 */
        AGREED_BEFORE,
        /** 在申请书中提供电子地址 */
        ADDRESS_IN_FILING,
        /** 以应诉等行为接受 */
        BY_ANSWERING
    }

    /** The account that money is paid out to 收款账户. */
    public record Account(Secret holder, Secret bank, Secret number) {}

    /** A person who acts for a party. */
    public record Representative(Secret name, String idType, Secret idNumber, String personKey) {}

    /** The identities that act as this party by law: itself, its representative, its guardian. */
    public List<String> personKeys() {
        return Stream.concat(
                        Stream.of(personKey),
                        Stream.of(Optional.ofNullable(representative), Optional.ofNullable(guardian))
                                .flatMap(Optional::stream)
                                .map(Representative::personKey))
                .toList();
    }
}
