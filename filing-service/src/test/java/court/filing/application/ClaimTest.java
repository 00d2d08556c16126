package court.filing.application;

import static court.filing.application.Readings.advice;
import static court.filing.application.Readings.application;
import static court.filing.application.Readings.faults;
import static org.assertj.core.api.Assertions.assertThat;

import court.platform.contract.Claim;
import court.platform.model.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {

    private static Forms parts() {
        return Forms.whole().json("/claim", """
                {"kind":"MONEY","description":"支付货款","principal":"100000.00","costs":"2300.00",
                 "interest":{"base":"100000.00","yearlyPercent":"3.65","from":"2026-01-01"}}""");
    }

    @Test
    @DisplayName("RF9: a claim of money is principal, interest and costs, in CNY")
    void moneyIsMadeOfItsParts() {
        Claim claim = application(parts()).claim();

        // 100,000 × 3.65 % ÷ 365 = 10.00 a day; 1 January to 2 March 2026, both counted, are 61 days
        assertThat(claim.money().interest().amount()).isEqualTo(Money.of("610.00"));
        assertThat(claim.amount()).isEqualTo(Money.of("102910.00"));
        assertThat(claim.money().interest().formula().until()).isNull();
    }

    @Test
    @DisplayName("RF9: interest may be an amount, and ends where the formula ends")
    void interestIsAnAmountOrAFormula() {
        Forms ended = parts().text("/claim/interest/until", "2026-01-10");
        Forms said = parts().json("/claim/interest", "{\"amount\":\"500.50\"}");

        assertThat(application(ended).claim().money().interest().amount()).isEqualTo(Money.of("100.00"));
        assertThat(application(said).claim().money().interest().amount()).isEqualTo(Money.of("500.50"));
        assertThat(application(said).claim().money().interest().formula()).isNull();
    }

    @Test
    @DisplayName("RF9: a thing and an act have no amount; an act says which")
    void aThingAndAnActHaveNoAmount() {
        Forms title = Forms.whole().json("/claim", """
                {"kind":"ACT","act":"TRANSFER_OF_TITLE","description":"办理演示路1号房屋过户"}""");
        Forms thing = Forms.whole().json("/claim", "{\"kind\":\"THING\",\"description\":\"交付货车一辆\"}");

        assertThat(application(title).claim().act()).isEqualTo(Claim.Act.TRANSFER_OF_TITLE);
        assertThat(application(title).claim().amount()).isNull();
        assertThat(application(thing).claim().kind()).isEqualTo(Claim.Kind.THING);
        assertThat(faults(title.without("/claim/act"))).containsExactly("/claim/act form.missing");
        assertThat(advice(thing.text("/claim/amount", "5.00"))).contains("/claim/amount form.amount_not_kept");
    }

    @Test
    @DisplayName("RF9: only a claim of money needs the account of the payee")
    void onlyMoneyNeedsAnAccount() {
        Forms money = Forms.whole().without("/applicants/0/account");

        assertThat(faults(money)).containsExactly("/applicants/0/account form.missing");
        assertThat(faults(money.json("/claim", "{\"kind\":\"THING\",\"description\":\"交付货车一辆\"}")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /claim/principal              | 1.001      | /claim/principal money.too_precise
            /claim/principal              | -1         | /claim/principal money.negative
            /claim/principal              | 1,000      | /claim/principal money.not_an_amount
            /claim/amount                 | 102910.01  | /claim/amount form.amount_differs
            /claim/interest/yearlyPercent | 3.65％     | /claim/interest/yearlyPercent form.not_a_rate
            /claim/interest/yearlyPercent | 100.000001 | /claim/interest/yearlyPercent form.not_a_rate
            /claim/interest/from          | 2026-03-03 | /claim/interest/from form.date_in_future
            /claim/interest/until         | 2025-12-31 | /claim/interest/until form.dates_reversed
            /claim/principal              | 9999999999999999.99 | /claim/amount money.too_large
            """)
    void whatDoesNotGoTogetherIsTold(String pointer, String value, String told) {
        assertThat(faults(parts().text(pointer, value))).containsExactly(told);
    }

    @Test
    void interestThatNoStoreCanHoldIsToldAtItsPlace() {
        Forms much = parts().json("/claim/interest", """
                {"base":"9999999999999999.99","yearlyPercent":"100","from":"1949-10-01"}""");

        assertThat(faults(much)).containsExactly("/claim/interest/amount money.too_large");
    }

    @Test
    void aClaimOfNothingIsNoClaim() {
        assertThat(faults(Forms.whole().text("/claim/amount", "0"))).containsExactly("/claim/amount form.zero_amount");
        assertThat(faults(Forms.whole().text("/claim/amount", "0.01"))).isEmpty();
    }

    @Test
    @DisplayName("RF7: interest that goes on running is no change of the claim, everything else is")
    void whatTimeAddsIsNoChange() {
        LocalDate later = Readings.TODAY.plusDays(5);
        Application before = application(parts());

        assertThat(resubmitted(parts(), later, before).claim()).isNotEqualTo(before.claim());
        assertThat(resubmitted(parts(), later, before).asksTheSameAs(before, later))
                .isTrue();
        for (Forms changed : new Forms[] {
            parts().text("/claim/principal", "90000.00"),
            parts().text("/claim/costs", "2300.01"),
            parts().text("/claim/description", "支付全部货款"),
            parts().text("/claim/interest/yearlyPercent", "3.6"),
            parts().text("/claim/interest/until", "2026-03-01"),
            parts().text("/claim/interest/amount", "610.01"),
            parts().json("/claim/interest", "null")
        }) {
            assertThat(resubmitted(changed, later, before).asksTheSameAs(before, later))
                    .as(changed.json())
                    .isFalse();
        }
    }

    private static Application resubmitted(Forms form, LocalDate today, Application before) {
        return Readings.read(form, today, before).application();
    }
}
