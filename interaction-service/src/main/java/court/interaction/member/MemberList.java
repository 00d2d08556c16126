package court.interaction.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.platform.contract.Agent.Power;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who belongs or belonged to a case, as one of its members may know: the court first, then side by side. */
record MemberList(List<Member> members) {

    /**
     * A member, or for the eyes of the court and of the applicants, who named them, a respondent still outside.
     *
     * @param memberId staff id, party id or agent id
     * @param role ENFORCEMENT_JUDGE, DEPUTY_JUDGE, CLERK, FILING_JUDGE, APPLICANT, RESPONDENT or AGENT
     * @param side COURT, APPLICANT or RESPONDENT
     * @param name of staff, where the case knows it
     * @param since when they joined; missing for who has not
     * @param left when they left
     * @param present whether they belong to the case now
     * @param from first day of a deputy, Asia/Shanghai
     * @param represents whom an agent acts for
     * @param powers of an agent; empty means general authority 一般代理
     * @param suspended why they may not speak; for the court and their own side's eyes
     * @param joinedBy type of the fact that let them in; for the court's eyes
     * @param leftBy type of the fact that let them out; for the court's eyes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Member(
            String memberId,
            String role,
            String side,
            @Nullable String name,
            boolean present,
            @Nullable Instant since,
            @Nullable Instant left,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable List<String> represents,
            @Nullable List<Power> powers,
            @Nullable Suspended suspended,
            @Nullable String joinedBy,
            @Nullable String leftBy) {}

    /** Since when and why somebody may not speak. */
    record Suspended(Instant since, String reason) {}
}
