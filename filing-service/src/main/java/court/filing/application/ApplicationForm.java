package court.filing.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application as people fill it in; anything may still be empty or half typed. It becomes an {@link Application} when
 * it is handed in.
 *
 * @param courtCode such as 沪0117
 * @param applicants 申请执行人
 * @param respondents 被执行人
 * @param agents 委托代理人 of the applicants
 * @param clues property of the respondents that is known already 财产线索
 * @param posted day of the postmark, for what a clerk enters from the mail
 * @param received day it reached the court, the same
 */
public record ApplicationForm(
        @Nullable String courtCode,
        @Nullable List<PartyForm> applicants,
        @Nullable List<PartyForm> respondents,
        @Nullable List<AgentForm> agents,
        @Nullable ClaimForm claim,
        @Nullable BasisForm basis,
        @Nullable List<ClueForm> clues,
        @Nullable String posted,
        @Nullable String received) {

    /**
     * Somebody who acts for a party.
     *
     * @param kind LAWYER, LEGAL_WORKER, RELATIVE, EMPLOYEE or RECOMMENDED
     * @param powers WAIVE, CHANGE_CLAIM, SETTLE, COLLECT; none means general authority
     * @param represents positions among the applicants, from 0; empty means all of them
     * @param firm law firm or employer
     * @param licence number of the practising certificate, lawyers only
     */
    public record AgentForm(
            @Nullable String kind,
            @Nullable List<String> powers,
            @Nullable List<Integer> represents,
            @Nullable String name,
            @Nullable String idType,
            @Nullable String idNumber,
            @Nullable String phone,
            @Nullable String firm,
            @Nullable String licence) {}

    /**
     * What it rests on.
     *
     * @param kind a {@link court.platform.contract.Basis.Kind}
     * @param issuedOn its date, such as 2020-01-05
     * @param inForce whether it has taken effect; empty means yes
     * @param effectiveOn since when
     * @param performBy last day of the time it sets for performance
     */
    public record BasisForm(
            @Nullable String kind,
            @Nullable String number,
            @Nullable String issuedBy,
            @Nullable String issuedOn,
            @Nullable Boolean inForce,
            @Nullable String effectiveOn,
            @Nullable String performBy) {}

    /**
     * Where property may be found.
     *
     * @param kind a {@link court.platform.contract.Clue.Kind}
     * @param respondent position among the respondents, from 0
     */
    public record ClueForm(
            @Nullable String kind,
            @Nullable Integer respondent,
            @Nullable String description) {}

    static <T> List<T> each(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
