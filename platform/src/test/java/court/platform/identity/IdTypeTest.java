package court.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import court.platform.model.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RF8: identity is checked by its type. */
class IdTypeTest {

    private static final LocalDate TODAY = LocalDate.parse("2020-03-02");

    /** The two examples printed in GB 11643-1999. */
    private static final String CARD = "11010519491231002X";

    private static final String OLD_CARD = "440524188001010014";

    /** The example printed in GB 32100-2015. */
    private static final String CODE = "91350100M000100Y43";

    @Test
    void rf8TheExamplesOfTheStandardsPass() {
        assertThat(IdType.ID_CARD.check(CARD, TODAY)).isEqualTo(CARD);
        assertThat(IdType.ID_CARD.check(OLD_CARD, TODAY)).isEqualTo(OLD_CARD);
        assertThat(IdType.CREDIT_CODE.check(CODE, TODAY)).isEqualTo(CODE);
    }

    @Test
    void rf8EverySingleWrongDigitOfACardIsNoticed() {
        for (int place = 0; place < 18; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (CARD.charAt(place) != digit) {
                    assertThat(refusal(IdType.ID_CARD, with(CARD, place, digit)).name())
                            .startsWith("ID_CARD_");
                }
            }
        }
    }

    @Test
    void rf8TwoNeighbouringDigitsOfACardSwappedAreNoticed() {
        for (int place = 0; place < 16; place++) {
            if (CARD.charAt(place) != CARD.charAt(place + 1)) {
                String swapped = with(with(CARD, place, CARD.charAt(place + 1)), place + 1, CARD.charAt(place));
                assertThat(refusal(IdType.ID_CARD, swapped).name()).startsWith("ID_CARD_");
            }
        }
    }

    @Test
    void rf8EverySingleWrongCharacterOfACreditCodeIsNoticed() {
        for (int place = 0; place < 18; place++) {
            for (char character : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                if (CODE.charAt(place) != character) {
                    assertThat(refusal(IdType.CREDIT_CODE, with(CODE, place, character))
                                    .name())
                            .startsWith("CREDIT_CODE_");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ID_CARD, 110105491231002, ID_CARD_FORM", // the 15 digits of the first generation
        "ID_CARD, 11010519491231002Y, ID_CARD_FORM",
        "ID_CARD, 1101051949123100XX, ID_CARD_FORM",
        "ID_CARD, 1101 0519491231002X, ID_CARD_FORM",
        "ID_CARD, 990105194912310027, ID_CARD_DIVISION",
        "ID_CARD, 110105194902300020, ID_CARD_BIRTH_DATE",
        "ID_CARD, 110105190002290020, ID_CARD_BIRTH_DATE", // 1900 was no leap year
        "ID_CARD, 110105202003030020, ID_CARD_BIRTH_DATE", // tomorrow
        "ID_CARD, 110105194912310021, ID_CARD_CHECK_DIGIT",
        "CREDIT_CODE, 91350100M000100Y4, CREDIT_CODE_FORM",
        "CREDIT_CODE, 91350100I000100Y43, CREDIT_CODE_FORM",
        "CREDIT_CODE, 91350100M000100Y44, CREDIT_CODE_CHECK_CHARACTER",
        "PASSPORT, E123, PASSPORT_FORM",
        "PASSPORT, E1234-5678, PASSPORT_FORM",
        "HK_MACAO_PERMIT, X12345678, HK_MACAO_PERMIT_FORM",
        "HK_MACAO_PERMIT, H1234567, HK_MACAO_PERMIT_FORM",
        "TAIWAN_PERMIT, 1234567, TAIWAN_PERMIT_FORM",
        "FOREIGN, AB, FOREIGN_FORM",
        "FOREIGN, 中文12345, FOREIGN_FORM",
        "OTHER, 甲, OTHER_FORM",
        "OTHER, 村<script>, OTHER_FORM"
    })
    void rf8EachDefectHasItsOwnCode(IdType type, String number, IdentityRefusal expected) {
        assertThat(refusal(type, number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PASSPORT, E12345678",
        "PASSPORT, 123456789",
        "HK_MACAO_PERMIT, H12345678",
        "HK_MACAO_PERMIT, M1234567801",
        "TAIWAN_PERMIT, 12345678",
        "TAIWAN_PERMIT, 0012345601B",
        "FOREIGN, HRB 12345/B",
        "OTHER, 沪村委证字第12号"
    })
    void rf8PapersWithoutAPublicRuleAreCheckedForLengthAndCharactersOnly(IdType type, String number) {
        assertThat(type.check(number, TODAY)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105", "310229", "710000", "810000", "820000", "830000"})
    void rf8ADivisionCountsAsKnownByItsProvince(String division) {
        // 310229: Qingpu county, gone since 1999, still on the cards of who was registered there
        String known = withCheckDigit(division + "19491231002");

        assertThat(IdType.ID_CARD.check(known, TODAY)).isEqualTo(known);
    }

    @Test
    void rf8SomebodyBornTodayMayHaveANumber() {
        String newborn = withCheckDigit("11010520200302002");

        assertThat(IdType.ID_CARD.check(newborn, TODAY)).isEqualTo(newborn);
    }

    @ParameterizedTest
    @ValueSource(strings = {" 11010519491231002x\t", "１１０１０５１９４９１２３１００２Ｘ", "\u300011010519491231002ｘ"})
    void oneNumberHasOneNormalFormHoweverItIsTyped(String typed) {
        assertThat(IdType.normalise(typed)).isEqualTo(CARD);
        assertThat(IdType.ID_CARD.check(typed, TODAY)).isEqualTo(CARD);
    }

    @ParameterizedTest
    @EnumSource
    void nothingTypedIsMissingForEveryType(IdType type) {
        assertThat(refusal(type, " \u3000")).isEqualTo(IdentityRefusal.NUMBER_MISSING);
    }

    @Test
    void noRefusalRepeatsTheNumber() {
        Arrays.stream(IdentityRefusal.values())
                .forEach(refusal -> assertThat(refusal.detail())
                        .as("a place to fill in would carry the number into logs")
                        .doesNotContain("%"));
        assertThat(refused(IdType.ID_CARD, "110105194912310021")).hasMessageNotContaining("1101051949");
    }

    @Test
    void refusalsHaveStableCodes() {
        assertThat(IdentityRefusal.ID_CARD_CHECK_DIGIT.code()).isEqualTo("identity.id_card_check_digit");
    }

    private static IdentityRefusal refusal(IdType type, String number) {
        return (IdentityRefusal) refused(type, number).refusal();
    }

    private static Refused refused(IdType type, String number) {
        Refused refused = catchThrowableOfType(Refused.class, () -> type.check(number, TODAY));
        assertThat(refused).as("%s %s", type, number).isNotNull();
        return refused;
    }

    private static String with(String number, int place, char character) {
        return number.substring(0, place) + character + number.substring(place + 1);
    }

    private static String withCheckDigit(String seventeen) {
        // the second form of ISO 7064: weights 2^(17−i) mod 11, written out as in the annex of GB 11643
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * weights[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
