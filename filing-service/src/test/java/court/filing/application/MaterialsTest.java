package court.filing.application;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.application.Intake.Assessment;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialsTest {

    private static final String CHILD = "310117201506010019";

    private static List<String> blocking(Forms form, Channel channel, String... kinds) {
        return named(Readings.assess(form, channel, List.of(kinds)).missing());
    }

    private static List<String> advised(Forms form, Channel channel, String... kinds) {
        return named(Readings.assess(form, channel, List.of(kinds)).advice());
    }

    private static List<String> named(List<court.platform.model.Refused.Fault> faults) {
        return faults.stream()
                .filter(it -> it.pointer().equals("/materials"))
                .map(it -> it.detail().replaceAll("[^“]*“([^”]*)”.*", "$1"))
                .toList();
    }

    @Test
    void nothingIsHandedInWithoutItsBasis() {
        Assessment without = Readings.assess(Forms.whole(), Channel.WEB, List.of("生效证明"));

        assertThat(Readings.told(without.missing())).containsExactly("/materials form.material_needed");
        assertThat(without.application()).isNull();
        assertThat(Readings.assess(Forms.whole(), Channel.WEB, List.of("执行依据")).application())
                .isNotNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            JUDGMENT,                生效证明
            MEDIATION_AGREEMENT,     生效证明
            RULING,                  生效证明
            CRIMINAL_JUDGMENT,       生效证明
            ARBITRAL_AWARD,          送达证明
            LABOUR_ARBITRATION_AWARD,送达证明
            PAYMENT_ORDER,           送达证明
            ADMINISTRATIVE_DECISION, 送达证明
            NOTARISED_DEBT,          执行证书
            """)
    void theBasisDecidesWhatIsExpected(String basis, String material) {
        Forms form = Forms.whole().text("/basis/kind", basis);

        assertThat(advised(form, Channel.WEB, "执行依据")).containsExactly(material);
        assertThat(advised(form, Channel.WEB, "执行依据", material)).isEmpty();
    }

    @Test
    void aConfirmedMediationNeedsNothingMore() {
        assertThat(advised(Forms.whole().text("/basis/kind", "CONFIRMED_MEDIATION"), Channel.WEB, "执行依据"))
                .isEmpty();
    }

    @Test
    @DisplayName("RF9: the materials depend on the kind of claim")
    void theClaimDecidesToo() {
        Forms confirmed = Forms.whole().text("/basis/kind", "CONFIRMED_MEDIATION");
        Forms act = confirmed.json("/claim", "{\"kind\":\"ACT\",\"act\":\"TRANSFER_OF_TITLE\",\"description\":\"过户\"}");

        assertThat(advised(act, Channel.WEB, "执行依据")).containsExactly("不动产权属资料");
        assertThat(advised(act.text("/claim/act", "EVICTION"), Channel.WEB, "执行依据"))
                .containsExactly("不动产权属资料");
        assertThat(advised(act.text("/claim/act", "APOLOGY"), Channel.WEB, "执行依据"))
                .isEmpty();
        assertThat(advised(
                        confirmed.json("/claim", "{\"kind\":\"THING\",\"description\":\"交付货车\"}"), Channel.WEB, "执行依据"))
                .containsExactly("标的物资料");
    }

    @Test
    @DisplayName("RF7: nobody files for another without a letter of authority")
    void anAgentNeedsALetterOfAuthority() {
        Forms form = Forms.whole().withLawyer("[]");

        assertThat(blocking(form, Channel.WEB, "执行依据")).containsExactly("授权委托书");
        assertThat(blocking(form, Channel.WEB, "执行依据", "授权委托书")).isEmpty();
        assertThat(advised(form, Channel.WEB, "执行依据", "授权委托书", "生效证明")).containsExactly("律师执业证及所函");
    }

    @Test
    @DisplayName("RF8: a guardian proves to be one")
    void aGuardianProvesToBeOne() {
        Forms form = Forms.whole()
                .text("/applicants/0/idNumber", CHILD)
                .json(
                        "/applicants/0/guardian",
                        "{\"name\":\"演示监护人\",\"idType\":\"ID_CARD\",\"idNumber\":\"310117199003070028\"}");

        assertThat(blocking(form, Channel.WEB, "执行依据")).containsExactly("监护关系证明");
    }

    @Test
    void theChannelDecidesWhetherAPaperApplicationIsThere() {
        assertThat(blocking(Forms.whole(), Channel.MAIL, "执行依据")).containsExactly("执行申请书");
        assertThat(blocking(Forms.whole(), Channel.MAIL, "执行依据", "口头申请笔录")).containsExactly("执行申请书");
        assertThat(blocking(Forms.whole(), Channel.COUNTER, "执行依据")).containsExactly("执行申请书");
        assertThat(blocking(Forms.whole(), Channel.COUNTER, "执行依据", "口头申请笔录")).isEmpty();
        assertThat(advised(Forms.whole(), Channel.COUNTER, "执行依据", "执行申请书", "生效证明"))
                .containsExactly("身份证明");
    }

    @Test
    void blanksAroundAChoiceHideNothing() {
        assertThat(advised(Forms.whole().text("/basis/kind", " JUDGMENT "), Channel.WEB, "执行依据"))
                .containsExactly("生效证明");
    }
}
