package court.filing.filing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application as people fill it in; anything may still be empty. What is there must be well formed, what must be
 * there is checked at submission.
 *
 * @param courtCode such as 沪0117
 * @param applicants 申请执行人
 * @param respondents 被执行人
 */
record ApplicationForm(
        @Nullable String courtCode,
        @Nullable List<PartyForm> applicants,
        @Nullable List<PartyForm> respondents,
        @Nullable ClaimForm claim,
        @Nullable BasisForm basis) {

    /**
     * A party.
     *
     * @param kind PERSON or ORGANISATION
     * @param idType ID_CARD, CREDIT_CODE, PASSPORT, HK_MACAO_PERMIT, TAIWAN_PERMIT, FOREIGN or OTHER
     * @param representative 法定代表人, organisations only
     */
    record PartyForm(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String idType,
            @Nullable String idNumber,
            @Nullable String phone,
            @Nullable String address,
            @Nullable RepresentativeForm representative) {}

    /** The person who acts for an organisation by law. */
    record RepresentativeForm(
            @Nullable String name,
            @Nullable String idType,
            @Nullable String idNumber) {}

    /**
     * What is asked for.
     *
     * @param kind MONEY, THING or ACT
     * @param amount CNY as a decimal string such as "120000.00", MONEY only
     */
    record ClaimForm(
            @Nullable String kind,
            @Nullable String amount,
            @Nullable String description) {}

    /**
     * What it rests on.
     *
     * @param kind JUDGMENT, MEDIATION_AGREEMENT, ARBITRAL_AWARD, LABOUR_ARBITRATION_AWARD or NOTARISED_DEBT
     * @param effectiveOn date such as 2020-01-15
     */
    record BasisForm(
            @Nullable String kind,
            @Nullable String number,
            @Nullable String issuedBy,
            @Nullable String effectiveOn) {}

    static List<PartyForm> each(@Nullable List<PartyForm> parties) {
        return parties == null ? List.of() : parties;
    }
}
