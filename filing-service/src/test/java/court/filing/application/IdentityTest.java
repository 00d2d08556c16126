package court.filing.application;

import static court.filing.application.Readings.advice;
import static court.filing.application.Readings.application;
import static court.filing.application.Readings.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {

    private static Forms applicant(String idType, String idNumber) {
        return Forms.whole().text("/applicants/0/idType", idType).text("/applicants/0/idNumber", idNumber);
    }

    @ParameterizedTest(name = "RF8: {0} {1}")
    @DisplayName("RF8: an identity is checked by its type")
    @CsvSource(textBlock = """
            ID_CARD,        110101199003070134
            ID_CARD,        11010119900307803X
            PASSPORT,       E12345678
            HK_MACAO_PERMIT,H12345678
            TAIWAN_PERMIT,  12345678
            FOREIGN,        REG 2020/77
            OTHER,          军官证 字第1号
            """)
    void everyKindOfPaperOfAPersonIsTaken(String idType, String idNumber) {
        assertThat(faults(applicant(idType, idNumber))).isEmpty();
    }

    @ParameterizedTest(name = "RF8: {0} {1}")
    @DisplayName("RF8: a number that cannot be right is told at its place and never repeated")
    @CsvSource(textBlock = """
            ID_CARD,        110101199003070135, identity.id_card_check_digit
            ID_CARD,        110101199002300134, identity.id_card_birth_date
            ID_CARD,        990101199003070134, identity.id_card_division
            ID_CARD,        1101011990030701,   identity.id_card_form
            PASSPORT,       E1,                 identity.passport_form
            HK_MACAO_PERMIT,X12345678,          identity.hk_macao_permit_form
            TAIWAN_PERMIT,  123,                identity.taiwan_permit_form
            """)
    void aWrongNumberIsTold(String idType, String idNumber, String code) {
        var faults = Readings.read(applicant(idType, idNumber)).faults();

        assertThat(Readings.told(faults)).containsExactly("/applicants/0/idNumber " + code);
        assertThat(faults).noneMatch(it -> it.detail().contains(idNumber));
    }

    @Test
    @DisplayName("RF8: the x of an id card in lower case, full-width digits and stray blanks are put right, and told")
    void whatIsPutRightIsTold() {
        Forms typed = applicant("ID_CARD", " １１０１０１19900307803x ");

        assertThat(faults(typed)).isEmpty();
        assertThat(advice(typed)).contains("/applicants/0/idNumber form.normalised");
        assertThat(application(typed).parties().getFirst().idNumber().reveal()).isEqualTo("11010119900307803X");
        assertThat(advice(Forms.whole())).isEmpty();
    }

    @Test
    @DisplayName("RF8: a body without a code is taken by the manual path, and a person is asked to look")
    void aVillageCommitteeIsTakenByTheManualPath() {
        Forms village = Forms.whole()
                .text("/respondents/0/name", "演示镇演示村民委员会")
                .text("/respondents/0/idType", "OTHER")
                .text("/respondents/0/idNumber", "演示镇演示村民委员会");

        assertThat(faults(village)).isEmpty();
        assertThat(advice(village)).containsExactly("/respondents/0/idNumber form.manual_identity");
    }

    @Test
    @DisplayName("RF8: the kind of paper fits the kind of party")
    void aPersonHasNoCreditCodeAndAnOrganisationNoIdCard() {
        assertThat(faults(applicant("CREDIT_CODE", "91350100M000100Y43")))
                .contains("/applicants/0/idType form.wrong_id_type");
        assertThat(faults(Forms.whole()
                        .text("/respondents/0/idType", "ID_CARD")
                        .text("/respondents/0/idNumber", "310117199003070028")))
                .contains("/respondents/0/idType form.wrong_id_type");
    }

    @ParameterizedTest(name = "RF8: born {1}")
    @DisplayName("RF8: who is under sixteen needs a guardian; up to eighteen it is advised (Civil Code arts 17 to 23)")
    @CsvSource(textBlock = """
            310117201003030018, the day before sixteen,  form.guardian_needed,   true
            310117201003020012, sixteen today,           form.guardian_expected, false
            310117200803030011, the day before eighteen, form.guardian_expected, false
            """)
    void aMinorNeedsAGuardian(String idNumber, String born, String code, boolean hinders) {
        Forms minor = applicant("ID_CARD", idNumber);

        assertThat(faults(minor).contains("/applicants/0/guardian " + code)).isEqualTo(hinders);
        assertThat(advice(minor).contains("/applicants/0/guardian " + code)).isEqualTo(!hinders);
    }

    @Test
    @DisplayName("RF8: a guardian is another person, of age, and acts for the child")
    void aGuardianIsAnotherGrownUp() {
        String child = "310117201506010019";
        Forms guarded = guarded(applicant("ID_CARD", child), "310117199003070028");

        assertThat(faults(guarded)).isEmpty();
        assertThat(application(guarded).parties().getFirst().personKeys())
                .contains(Readings.personKey("ID_CARD", "310117199003070028"));
        assertThat(faults(guarded(applicant("ID_CARD", child), child)))
                .containsExactly("/applicants/0/guardian form.guardian_unfit");
        assertThat(faults(guarded(applicant("ID_CARD", child), "310117200903020021")))
                .containsExactly("/applicants/0/guardian form.guardian_unfit");
        assertThat(faults(applicant("ID_CARD", "310117200803020016"))).isEmpty();
    }

    private static Forms guarded(Forms form, String idNumber) {
        return form.json("/applicants/0/guardian", """
                {"name":"演示监护人","idType":"ID_CARD","idNumber":"%s"}""".formatted(idNumber));
    }
}
