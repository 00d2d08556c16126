package court.filing.filing;

import static court.filing.filing.RunningFiling.done;
import static court.filing.filing.RunningFiling.path;
import static org.assertj.core.api.Assertions.assertThat;

import court.filing.application.Forms;
import court.filing.filing.Http.Answer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is to be prompted how often, whether or not it arrives. */
class PromptedIT {

    private static final String CORRECTION = """
            {"missing":[{"item":"生效证明","reason":"未提交"}],"days":7,"againReason":"新材料引出的问题"}""";

    private final RunningFiling filing = RunningFiling.shared();
    private final String applicant = filing.applicant();
    private final String judge = filing.judge("filing-judge");

    @Test
    @DisplayName("F5: a second correction is prompted like the first, to the applicant and to the lawyer each")
    void eachStepIsPromptedToEachOfThem() {
        Answer submitted = filing.submitted(applicant, Forms.whole().withLawyer("[]"), "授权委托书");
        Answer returned = done(filing.step(judge, submitted, "/correction", CORRECTION));
        Answer again = done(filing.step(applicant, returned, "/submission", ""));
        done(filing.step(judge, again, "/correction", CORRECTION));

        assertThat(recipients(submitted, "执行申请已收到")).containsExactlyInAnyOrder("138****0000", "139****0000");
        assertThat(recipients(submitted, "执行申请需要补正"))
                .containsExactlyInAnyOrder("138****0000", "139****0000", "138****0000", "139****0000");
    }

    private List<String> recipients(Answer it, String matter) {
        JsonNode all = done(filing.http.get(judge, path(it) + "/notifications")).body();
        return all.path("items")
                .valueStream()
                .filter(prompt -> prompt.path("matter").asString().equals(matter))
                .map(prompt -> prompt.path("recipient").asString())
                .toList();
    }
}
