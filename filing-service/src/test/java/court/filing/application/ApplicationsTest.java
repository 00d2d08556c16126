package court.filing.application;

import static court.filing.application.Readings.advice;
import static court.filing.application.Readings.application;
import static court.filing.application.Readings.faults;
import static org.assertj.core.api.Assertions.assertThat;

import court.platform.contract.Agent;
import court.platform.contract.Clue;
import court.platform.contract.Party;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationsTest {

    private static final String CLUE = """
            {"kind":"VEHICLE","respondent":%d,"description":"货车一辆"}""";

    private static Forms organisation() {
        return Forms.whole().json("/applicants", """
                [{"kind":"ORGANISATION","name":"演示公司","idType":"CREDIT_CODE","idNumber":"91310117MA1JABCD0U",
                  "phone":"021-10000000","account":{"holder":"演示公司","bank":"演示银行","number":"6222020000000000000"},
                  "representative":{"name":"演示代表","idType":"ID_CARD","idNumber":"310117199003070036"},
                  "handler":{"name":"演示经办","idType":"ID_CARD","idNumber":"310117199003070044"}}]""");
    }

    @Test
    void aWholeFormIsAnApplicationAndAnEmptyOneSaysAllThatIsMissing() {
        assertThat(faults(Forms.whole())).isEmpty();
        assertThat(faults(Forms.empty()))
                .containsExactlyInAnyOrder(
                        "/courtCode form.missing",
                        "/applicants form.missing",
                        "/respondents form.missing",
                        "/claim form.missing",
                        "/basis form.missing");
    }

    @Test
    void whatOneMissingEntryHidesIsToldTogetherWithIt() {
        Forms form = Forms.whole().without("/applicants/0/idType").without("/applicants/0/idNumber");

        assertThat(faults(form))
                .containsExactlyInAnyOrder("/applicants/0/idType form.missing", "/applicants/0/idNumber form.missing");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            /courtCode                    | 京0101         | form.no_such_court
            /applicants/0/kind            | PEOPLE         | form.not_a_choice
            /applicants/0/name            | \u200B         | form.missing
            /applicants/0/phone           | 一三八         | form.not_a_phone
            /applicants/0/service/email   | demo           | form.not_an_email
            /applicants/0/service/consent | MAYBE          | form.not_a_choice
            /applicants/0/account/number  | 12345          | form.not_an_account
            /claim/description            | \u00A0         | form.missing
            /claim/amount                 | 1.005          | money.too_precise
            /basis/kind                   | LETTER         | form.not_a_choice
            /basis/effectiveOn            | 1948-12-31     | form.date_too_early
            /basis/effectiveOn            | 2026-02-30     | form.not_a_date
            /basis/effectiveOn            | 2026-03-03     | form.date_in_future
            /basis/effectiveOn            | 2025-11-09     | form.dates_reversed
            /basis/performBy              | 1948-12-31     | form.date_too_early
            """)
    void whatIsWrongIsToldAtItsPlace(String pointer, String value, String code) {
        assertThat(faults(Forms.whole().text(pointer, value))).contains(pointer + " " + code);
    }

    @Test
    void whatWasTypedWideIsPutRightAndTold() {
        Forms wide = Forms.whole()
                .text("/claim/amount", "１２００００．００")
                .text("/applicants/0/phone", "１３８ ０００００ ０００")
                .text("/basis/effectiveOn", "２０２５-１２-０１");

        assertThat(faults(wide)).isEmpty();
        assertThat(advice(wide))
                .containsExactlyInAnyOrder(
                        "/claim/amount form.normalised",
                        "/applicants/0/phone form.normalised",
                        "/basis/effectiveOn form.normalised");
        assertThat(application(wide).claim().amount().text()).isEqualTo("120000.00");
    }

    @Test
    void rareCharactersInANameStayAndThoseOfOnesOwnMakingAreTold() {
        Forms rare = Forms.whole().text("/applicants/0/name", "𠮷𬱖").text("/applicants/0/account/holder", "𠮷𬱖");
        Forms own = Forms.whole().text("/respondents/0/name", "演示\uE000公司");

        assertThat(advice(rare)).isEmpty();
        assertThat(application(rare).parties().getFirst().name().reveal()).isEqualTo("𠮷𬱖");
        assertThat(faults(own)).isEmpty();
        assertThat(advice(own)).containsExactly("/respondents/0/name form.private_character");
    }

    @Test
    void anOrganisationHasARepresentativeWhoActsForItAndAHandlerWhoDoesNotByItself() {
        Party party = application(organisation()).parties().getFirst();

        assertThat(party.personKeys())
                .contains(Readings.personKey("ID_CARD", "310117199003070036"))
                .doesNotContain(Readings.personKey("ID_CARD", "310117199003070044"));
        assertThat(faults(organisation().without("/applicants/0/representative")))
                .containsExactly("/applicants/0/representative form.missing");
        assertThat(faults(organisation().json("/applicants/0/guardian", "{\"name\":\"x\"}")))
                .containsExactly("/applicants/0/guardian form.organisation_needs_none");
        assertThat(faults(Forms.whole().json("/applicants/0/handler", "{\"name\":\"x\"}")))
                .containsExactly("/applicants/0/handler form.person_needs_none");
    }

    @Test
    void nobodyIsThereTwiceOrOnBothSides() {
        Forms twice = organisation().json("/applicants/-", organisation().applicant());
        Forms both = organisation().json("/respondents/-", organisation().applicant());

        assertThat(faults(twice)).containsExactly("/applicants/1 form.same_party_twice");
        assertThat(faults(both)).containsExactly("/respondents/1 form.own_respondent");
    }

    @Test
    void oneSideMayBeSeveral() {
        Forms several = Forms.whole().json("/applicants/-", organisation().applicant());

        assertThat(faults(several)).isEmpty();
        assertThat(application(several).applicants()).hasSize(2);
        assertThat(faults(Forms.whole().json("/respondents", many(50)))).contains("/applicants form.too_many_parties");
    }

    private static String many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @DisplayName(
            "RS1: consent to electronic service is of one of four kinds; without it there is paper, and one is told")
    @EnumSource(Party.Consent.class)
    void consentIsOfOneOfFourKinds(Party.Consent consent) {
        Forms given = Forms.whole().text("/applicants/0/service/consent", consent.name());
        Forms none = Forms.whole().without("/applicants/0/service/consent");

        assertThat(application(given).parties().getFirst().service().consent()).isEqualTo(consent);
        assertThat(application(none).parties().getFirst().service().consent()).isNull();
        assertThat(advice(none)).containsExactly("/applicants/0/service/consent form.no_consent");
        assertThat(Party.Consent.values()).hasSize(4);
    }

    @Test
    @DisplayName("RF8: the check digit of a bank card only warns")
    void aDoubtfulAccountIsTaken() {
        Forms doubtful = Forms.whole().text("/applicants/0/account/number", "6222020000000000001");

        assertThat(faults(doubtful)).isEmpty();
        assertThat(advice(doubtful)).containsExactly("/applicants/0/account/number form.account_doubtful");
    }

    @Test
    void peopleAndCluesKeepTheirIdsThroughACorrection() {
        Forms form = Forms.whole().withLawyer("[]").json("/clues", "[" + CLUE.formatted(0) + "]");
        Application before = application(form);

        Application after = Readings.read(form.text("/claim/amount", "1.00"), Readings.TODAY, before)
                .application();

        assertThat(after.parties()).isEqualTo(before.parties());
        assertThat(after.agents())
                .extracting(Agent::agentId)
                .isEqualTo(before.agents().stream().map(Agent::agentId).toList());
        assertThat(after.clues())
                .extracting(Clue::clueId)
                .isEqualTo(before.clues().stream().map(Clue::clueId).toList());
    }

    @Test
    @DisplayName("RS7: a clue says about which respondent it is")
    void aClueIsAboutARespondent() {
        assertThat(application(Forms.whole().json("/clues", "[" + CLUE.formatted(0) + "]"))
                        .clues()
                        .getFirst()
                        .kind())
                .isEqualTo(Clue.Kind.VEHICLE);
        assertThat(faults(Forms.whole().json("/clues", "[" + CLUE.formatted(1) + "]")))
                .containsExactly("/clues/0/respondent form.no_such_party");
    }

    @Test
    void theSameBasisHasOneKeyHoweverItWasTyped() {
        String key = application(Forms.whole()).basisKey();

        for (String typed : new String[] {"(2025)沪0117民初1234号", "〔2025〕沪0117民初１２３４号", "（2025） 沪0117民初1234号"}) {
            assertThat(application(Forms.whole().text("/basis/number", typed)).basisKey())
                    .isEqualTo(key);
        }
    }
}
