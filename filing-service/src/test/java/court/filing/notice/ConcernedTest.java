package court.filing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.contract.Agent;
import court.platform.contract.Party;
import court.platform.json.Secret;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is prompted, and what they are called. */
class ConcernedTest {

    private final CourtContacts courts = new CourtContacts(Path.of("src/test/resources/courts.json"));

    private static Party party(String id, Party.Role role, Party.Kind kind, String name) {
        Secret number = new Secret(id, "310117198503120019");
        return new Party(id, role, kind, new Secret(id, name), "ID_CARD", number, "key-" + id, null, null, null);
    }

    private static Agent agent(String id, String represents) {
        return new Agent(
                id,
                Agent.Kind.LAWYER,
                List.of(),
                List.of(represents),
                new Secret(id, "李四"),
                "ID_CARD",
                new Secret(id, "310117199003070028"),
                "key-" + id,
                new Secret(id, "13900000000"),
                null,
                null);
    }

    @Test
    @DisplayName("RS5 nobody on the respondents' side is warned before property is secured")
    void onlyTheApplicantsSideIsPrompted() {
        List<Concerned> prompted = Concerned.applicants(
                List.of(
                        party("p1", Party.Role.APPLICANT, Party.Kind.PERSON, "张三"),
                        party("p2", Party.Role.RESPONDENT, Party.Kind.PERSON, "王五"),
                        party("p3", Party.Role.APPLICANT, Party.Kind.ORGANISATION, "演示置业有限公司")),
                List.of(agent("a1", "p1"), agent("a2", "p2")));

        assertThat(prompted).extracting(Concerned::id).containsExactly("p1", "p3", "a1");
        assertThat(prompted).extracting(Concerned::called).containsExactly("张某", "贵单位", "李某");
    }

    @Test
    void theJudgeWhoGotTheCaseIsPromptedAndNoOther() {
        CourtContacts.Entry court = courts.of("沪0117");

        assertThat(court.judge("judge-2")).map(CourtContacts.Member::phone).contains("13800000003");
        assertThat(court.judge("filing-judge")).isEmpty();
        assertThat(courts.of("京0101").judge("judge-2")).isEmpty();
    }
}
