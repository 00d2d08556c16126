package court.filing.application;

import static court.filing.application.PartyReader.blank;

import court.filing.application.ClaimForm.InterestForm;
import court.platform.contract.Claim;
import court.platform.json.Secret;
import court.platform.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is asked for 执行请求 (rule RF9). */
final class ClaimReader {

    private static final BigDecimal MOST_PERCENT = new BigDecimal(100);

    private final FormCheck check;
    private final String owner;

    /** @param owner whose key seals the description */
    ClaimReader(FormCheck check, String owner) {
        this.check = check;
        this.owner = owner;
    }

    @Nullable
    Claim read(@Nullable ClaimForm form) {
        if (form == null) {
            return check.fault("/claim", FormRefusal.MISSING);
        }
        Claim.Kind kind = check.choice("/claim/kind", form.kind(), Claim.Kind.class);
        String description = check.text("/claim/description", form.description());
        Claim.Sum sum = kind == Claim.Kind.MONEY ? sum(form) : null;
        if (kind != null && kind != Claim.Kind.MONEY && !blank(form.amount())) {
            check.advise("/claim/amount", FormRefusal.AMOUNT_NOT_KEPT);
        }
        Claim.Act act = kind == Claim.Kind.ACT ? check.choice("/claim/act", form.act(), Claim.Act.class) : null;
        if (kind == null || description == null || (kind == Claim.Kind.MONEY && sum == null)) {
            return null;
        }
        return new Claim(kind, sum == null ? null : total(sum), new Secret(owner, description), sum, act);
    }

    private Claim.@Nullable Sum sum(ClaimForm form) {
        boolean inParts = !blank(form.principal()) || form.interest() != null || !blank(form.costs());
        Money principal = inParts
                ? check.money("/claim/principal", form.principal())
                : check.money("/claim/amount", form.amount());
        Claim.Interest interest = form.interest() == null ? null : interest(form.interest());
        Money costs = blank(form.costs()) ? null : check.money("/claim/costs", form.costs());
        if (principal == null) {
            return null;
        }
        Claim.Sum sum = new Claim.Sum(principal, interest, costs);
        Money total = check.computed("/claim/amount", () -> total(sum));
        if (total == null) {
            return null;
        }
        agrees(form, inParts, total);
        return sum;
    }

    private void agrees(ClaimForm form, boolean inParts, Money total) {
        if (total.amount().signum() == 0) {
            check.fault("/claim/amount", FormRefusal.ZERO_AMOUNT);
        }
        if (inParts && !blank(form.amount())) {
            Money said = check.money("/claim/amount", form.amount());
            if (said != null && !said.equals(total)) {
                check.fault("/claim/amount", FormRefusal.AMOUNT_DIFFERS, total);
            }
        }
    }

    static Money total(Claim.Sum sum) {
        Claim.Interest interest = sum.interest();
        return new Money(Stream.of(sum.principal(), interest == null ? null : interest.amount(), sum.costs())
                .flatMap(Stream::ofNullable)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Claim.@Nullable Interest interest(InterestForm form) {
        boolean formula = !blank(form.base()) || !blank(form.yearlyPercent()) || !blank(form.from());
        if (!formula) {
            Money amount = check.money("/claim/interest/amount", form.amount());
            return amount == null ? null : new Claim.Interest(amount, null);
        }
        Claim.Formula read = formula(form);
        if (read == null) {
            return null;
        }
        Money amount = blank(form.amount())
                ? check.computed("/claim/interest/amount", () -> SimpleInterest.upTo(check.today(), read))
                : check.money("/claim/interest/amount", form.amount());
        return amount == null ? null : new Claim.Interest(amount, read);
    }

    private Claim.@Nullable Formula formula(InterestForm form) {
        Money base = check.money("/claim/interest/base", form.base());
        String percent = check.code(
                "/claim/interest/yearlyPercent",
                form.yearlyPercent(),
                "(0|[1-9][0-9]{0,2})(\\.[0-9]{1,6})?",
                FormRefusal.NOT_A_RATE);
        LocalDate from = check.pastDate("/claim/interest/from", form.from());
        LocalDate until = blank(form.until()) ? null : check.date("/claim/interest/until", form.until());
        if (from != null && until != null && until.isBefore(from)) {
            return check.fault("/claim/interest/until", FormRefusal.DATES_REVERSED);
        }
        if (percent != null && new BigDecimal(percent).compareTo(MOST_PERCENT) > 0) {
            return check.fault("/claim/interest/yearlyPercent", FormRefusal.NOT_A_RATE);
        }
        return base == null || percent == null || from == null ? null : new Claim.Formula(base, percent, from, until);
    }
}
