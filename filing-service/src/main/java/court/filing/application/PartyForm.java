package court.filing.application;

import org.jspecify.annotations.Nullable;

/**
 * A party as people fill it in.
 *
 * @param kind PERSON or ORGANISATION
 * @param idType ID_CARD, CREDIT_CODE, PASSPORT, HK_MACAO_PERMIT, TAIWAN_PERMIT, FOREIGN or OTHER
 * @param representative 法定代表人, organisations only
 * @param guardian 法定代理人, persons who cannot act for themselves
 * @param handler 经办人, organisations only
 * @param account the party's own account, applicants in money cases
 */
public record PartyForm(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String idType,
        @Nullable String idNumber,
        @Nullable String phone,
        @Nullable String address,
        @Nullable PersonForm representative,
        @Nullable PersonForm guardian,
        @Nullable PersonForm handler,
        @Nullable ServiceForm service,
        @Nullable AccountForm account) {

    /** A person who acts for a party. */
    public record PersonForm(
            @Nullable String name,
            @Nullable String idType,
            @Nullable String idNumber) {}

    /**
     * The address confirmation 送达地址确认.
     *
     * @param consent EXPRESS, AGREED_BEFORE, ADDRESS_IN_FILING or BY_ANSWERING; empty means paper (rule RS1)
     */
    public record ServiceForm(
            @Nullable String address,
            @Nullable String email,
            @Nullable String consent) {}

    /** An account 收款账户. */
    public record AccountForm(
            @Nullable String holder,
            @Nullable String bank,
            @Nullable String number) {}
}
