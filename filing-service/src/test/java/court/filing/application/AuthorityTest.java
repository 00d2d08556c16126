package court.filing.application;

import static court.filing.application.Readings.application;
import static court.filing.application.Readings.faults;
import static org.assertj.core.api.Assertions.assertThat;

import court.platform.contract.Agent;
import court.platform.security.Actor;
import court.platform.security.Role;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuthorityTest {

    private static final String LAWYER = """
            {"kind":"RELATIVE","name":"演示亲属%1$s","idType":"ID_CARD","idNumber":"%1$s","phone":"13900000000"}""";

    @Test
    @DisplayName("RF7: no power named is general authority; each power is named by itself")
    void whatIsNotNamedIsNotGiven() {
        Agent general = application(Forms.whole().withLawyer("[]")).agents().getFirst();
        Agent special = application(Forms.whole().withLawyer("[\"SETTLE\",\"WAIVE\",\"SETTLE\"]"))
                .agents()
                .getFirst();

        for (Agent.Power power : Agent.Power.values()) {
            assertThat(general.may(power)).isFalse();
        }
        assertThat(special.powers()).containsExactly(Agent.Power.WAIVE, Agent.Power.SETTLE);
        assertThat(faults(Forms.whole().withLawyer("[\"EVERYTHING\"]")))
                .containsExactly("/agents/0/powers/0 form.not_a_choice");
    }

    @Test
    @DisplayName("RF7: the account of an agent, or of their firm, only with the power to collect")
    void whoCollectsNeedsThePower() {
        for (String holder : new String[] {"演示律师", "演示律师事务所"}) {
            Forms form = Forms.whole().text("/applicants/0/account/holder", holder);

            assertThat(faults(form.withLawyer("[\"COLLECT\"]"))).isEmpty();
            assertThat(faults(form.withLawyer("[\"WAIVE\",\"CHANGE_CLAIM\",\"SETTLE\"]")))
                    .containsExactly("/applicants/0/account/holder form.account_of_another");
            assertThat(faults(form)).containsExactly("/applicants/0/account/holder form.account_of_another");
        }
    }

    @Test
    @DisplayName("RS16: the account is the payee's own, however wide the brackets of the name were typed")
    void theAccountIsThePayeesOwn() {
        Forms own = Forms.whole().text("/applicants/0/name", "演示（申请）人").text("/applicants/0/account/holder", "演示(申请)人");

        assertThat(faults(own)).isEmpty();
        assertThat(faults(own.text("/applicants/0/account/holder", "演示他人")))
                .containsExactly("/applicants/0/account/holder form.account_of_another");
    }

    @Test
    void aLawyerNamesFirmAndLicence() {
        Forms lawyer = Forms.whole().withLawyer("[]");

        assertThat(faults(lawyer.without("/agents/0/firm"))).containsExactly("/agents/0/firm form.missing");
        assertThat(faults(lawyer.text("/agents/0/licence", "1310120191000000")))
                .containsExactly("/agents/0/licence form.not_a_licence");
        assertThat(faults(lawyer.json("/agents/0/represents", "[1]")))
                .containsExactly("/agents/0/represents form.no_such_party");
        assertThat(faults(lawyer.without("/agents/0/phone"))).containsExactly("/agents/0/phone form.missing");
    }

    @Test
    @DisplayName("RF7: an agent is no one of the other side, is named once, and there are two at most")
    void whoMayNotBeAnAgent() {
        Forms other = Forms.whole()
                .json(
                        "/respondents/0/representative",
                        "{\"name\":\"演示律师\",\"idType\":\"ID_CARD\",\"idNumber\":\"310117199003070028\"}")
                .withLawyer("[]");
        Forms two = Forms.whole().withLawyer("[]").json("/agents/-", LAWYER.formatted("310117199003070036"));

        assertThat(faults(other)).containsExactly("/agents form.agent_of_other_side");
        assertThat(faults(two)).isEmpty();
        assertThat(faults(two.json("/agents/-", LAWYER.formatted("310117199003070044"))))
                .containsExactly("/agents form.too_many_agents");
        assertThat(faults(two.json("/agents/-", LAWYER.formatted("310117199003070036"))))
                .containsExactly("/agents/2 form.same_agent_twice");
    }

    @Test
    @DisplayName("RF7: who is a party acts as such, be they named as an agent too")
    void aPartyActsAsAParty() {
        Application it = application(Forms.whole().withLawyer("[]"));
        Actor lawyer = actor(Forms.LAWYER_NUMBER);
        Actor applicant = actor(Forms.ID_NUMBER);

        assertThat(it.isApplicant(lawyer)).isTrue();
        assertThat(it.agent(lawyer)).isPresent();
        assertThat(it.isApplicant(applicant)).isTrue();
        assertThat(it.agent(applicant)).isEmpty();
        assertThat(it.isApplicant(actor("310117199003070036"))).isFalse();
    }

    private static Actor actor(String idNumber) {
        return new Actor("account", Set.of(Role.PARTY), null, Readings.personKey("ID_CARD", idNumber));
    }
}
