package court.platform.model;

import static court.platform.model.CaseNumber.Type.ENFORCEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CaseNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"（2020）沪0117执1003号", "(2020)沪0117执1003号", "（2020)沪0117执1003号", " (2020）沪0117执1003号 "})
    void rf4BothBracketWidthsAreTheSameNumberPrintedFullWidth(String text) {
        CaseNumber number = CaseNumber.parse(text);

        assertThat(number).isEqualTo(new CaseNumber(2020, "沪0117", ENFORCEMENT, 1003));
        assertThat(number).hasToString("（2020）沪0117执1003号");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "（２０２０）沪０１１７执１００３号",
                "(２020) 沪0117 执 1003 号",
                "（2020）\u3000沪0117\u00a0执1003号",
                "（ 2020 ）沪 01 17执1 003号\t"
            })
    void rf4FullWidthDigitsAndBlanksInsideAreTheSameNumber(String text) {
        assertThat(CaseNumber.parse(text)).hasToString("（2020）沪0117执1003号");
    }

    @ParameterizedTest
    @CsvSource({
        "执, ENFORCEMENT",
        "执恢, RESUMED",
        "执保, PRESERVATION",
        "执异, OBJECTION",
        "执复, REVIEW",
        "执监, SUPERVISION",
        "执协, COORDINATION",
        "执他, OTHER"
    })
    void rf4EachTypeHasItsCharacters(String characters, CaseNumber.Type type) {
        CaseNumber number = CaseNumber.parse("（2020）沪0117" + characters + "1号");

        assertThat(number.type()).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource
    void rf4WhatIsPrintedReadsBackAsItself(CaseNumber.Type type) {
        CaseNumber number = new CaseNumber(2026, "沪0115", type, 987654);

        assertThat(CaseNumber.parse(number.text())).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"（2020）沪执1号", "（2020）沪01执1号", "（2020）最高法执监1号", "（2020）兵0801执恢1号"})
    void rf4CourtsOfEveryLevelHaveACode(String text) {
        assertThat(CaseNumber.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "（2020）沪0117执01003号", // no leading zero
                "（2020）沪0117执0号",
                "（2020）沪0117执1003",
                "2020沪0117执1003号",
                "（20）沪0117执1003号",
                "（2020）沪011执1003号",
                "（2020）中0117执1003号",
                "（2020）沪0117民初1003号",
                "（2020）沪0117执9999999999号",
                "（٢٠٢٠）沪0117执1003号", // digits of another script
                "（2020）沪0117执10O3号",
                "（2020）沪0117执1003号之一"
            })
    void rf4AnythingElseIsNoCaseNumber(String text) {
        Refused refused = catchThrowableOfType(Refused.class, () -> CaseNumber.parse(text));

        assertThat(refused.refusal().code()).isEqualTo("casenumber.not_a_case_number");
    }

    @Test
    void rf4AnAllocatedNumberObeysTheSameForm() {
        assertThatThrownBy(() -> new CaseNumber(2020, "沪0117", ENFORCEMENT, 0)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new CaseNumber(2020, "0117", ENFORCEMENT, 1)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new CaseNumber(20, "沪0117", ENFORCEMENT, 1)).isInstanceOf(Refused.class);
    }

    @Test
    void jsonCarriesTheNumberAsItIsPrinted() {
        JsonMapper json = JsonMapper.shared();
        CaseNumber number = new CaseNumber(2020, "沪0117", ENFORCEMENT, 1003);

        assertThat(json.writeValueAsString(number)).isEqualTo("\"（2020）沪0117执1003号\"");
        assertThat(json.readValue("\"(2020)沪0117执1003号\"", CaseNumber.class)).isEqualTo(number);
    }
}
