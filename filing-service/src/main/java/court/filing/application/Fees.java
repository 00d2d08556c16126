package court.filing.application;

import court.platform.contract.Claim;
import court.platform.model.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The fee for enforcement 申请执行费: not prepaid, borne by the respondent (rule RF5). Rule data, {@code fees.json}. */
public final class Fees {

    private final List<RuleSet> sets;

    private Fees(List<RuleSet> sets) {
        this.sets = List.copyOf(sets);
    }

    /** The rules shipped with this build. */
    public static Fees shipped() {
        try (InputStream json = Fees.class.getResourceAsStream("fees.json")) {
            return new Fees(List.of(JsonMapper.shared().readValue(json, RuleSet[].class)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    record RuleSet(String id, LocalDate from, String source, Fee withoutAmount, Money first, List<Step> steps) {}

    /** Of what lies above an amount, this part is due; each step up to where the next begins. */
    record Step(Money above, String percent) {}

    /** At least and at most; the same where the amount decides. */
    public record Fee(Money least, Money most) {}

    /** The fee for a claim of that day. */
    public Fee of(Claim claim, LocalDate day) {
        RuleSet rules = sets.stream()
                .filter(set -> !set.from().isAfter(day))
                .max(Comparator.comparing(RuleSet::from))
                .orElseThrow(() -> new IllegalStateException("no rules on fees are in force on " + day));
        Money amount = claim.amount();
        if (amount == null) {
            return rules.withoutAmount();
        }
        Money fee = new Money(due(rules, amount.amount()).setScale(2, RoundingMode.HALF_UP));
        return new Fee(fee, fee);
    }

    private static BigDecimal due(RuleSet rules, BigDecimal amount) {
        BigDecimal due = rules.first().amount();
        for (int i = 0; i < rules.steps().size(); i++) {
            Step step = rules.steps().get(i);
            BigDecimal to = i + 1 == rules.steps().size()
                    ? amount
                    : amount.min(rules.steps().get(i + 1).above().amount());
            BigDecimal part = to.subtract(step.above().amount()).max(BigDecimal.ZERO);
            due = due.add(part.multiply(new BigDecimal(step.percent())).movePointLeft(2));
        }
        return due;
    }
}
