package court.asset.institution;

import static court.asset.institution.Distrust.unless;

import court.platform.contract.AssetEvent.PriorFreeze;
import court.platform.json.PlainText;
import court.platform.model.Money;
import court.platform.model.Refused;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an answer is by whom, to what and about whom it has to be, and within what was asked. */
record ReplyCheck(Institution institution, Asked asked) {

    // yuan with exactly two decimals
    private static final Pattern AMOUNT = Pattern.compile("(?:0|[1-9]\\d{0,15})\\.\\d{2}");
    private static final int LONGEST = 500;

    Outcome status(ReplyForm.Status form, String expected, Outcome outcome) {
        unless(form.status() != null && form.status().equals(expected), Fault.SCHEMA);
        from(form.institution() == null ? institution.id() : form.institution(), form.requestNumber());
        return outcome;
    }

    Reply found(Asked.Query query, ReplyForm.Found form) {
        from(form.institution(), form.requestNumber());
        present(form.subject(), form.assets(), form.answeredAt());
        about(query.subject(), form.subject());
        List<Reply.Thing> things =
                form.assets().stream().map(item -> thing(query, item)).toList();
        long different = things.stream().map(Reply.Thing::assetId).distinct().count();
        unless(different == things.size(), Fault.SCHEMA);
        return new Reply.Found(things);
    }

    private Reply.Thing thing(Asked.Query query, ReplyForm.Item item) {
        present(item, item == null ? null : item.kind(), item == null ? null : item.priorFreezes());
        unless(institution.kinds().contains(item.kind()), Fault.ASSET);
        String secret = query.subject().idNumber();
        Money balance = item.balance() == null ? null : amount(item.balance());
        Money available = item.available() == null ? null : amount(item.available());
        unless(balance == null || available == null || notMore(available, balance), Fault.AMOUNT);
        return new Reply.Thing(
                open(item.assetId(), secret),
                item.kind(),
                text(item.description()),
                balance,
                available,
                item.priorFreezes().stream().map(prior -> prior(prior, secret)).toList(),
                item.exemption() == null ? null : open(item.exemption(), secret));
    }

    private PriorFreeze prior(ReplyForm.Prior prior, String secret) {
        present(prior, prior == null ? null : prior.until());
        return new PriorFreeze(open(prior.court(), secret), amount(prior.amount()), prior.until());
    }

    Reply frozen(Asked.Freeze freeze, ReplyForm.Frozen form) {
        from(form.institution(), form.requestNumber());
        present(form.subject(), form.result(), form.answeredAt());
        about(freeze.subject(), form.subject());
        unless(freeze.assetId().equals(form.assetId()), Fault.ASSET);
        if (form.result() == ReplyForm.FreezeResult.REFUSED) {
            return new Reply.Declined(open(form.reason(), freeze.subject().idNumber()));
        }
        Money amount = amount(form.amount());
        unless(notMore(amount, freeze.amount()), Fault.AMOUNT);
        var from = form.from();
        var until = form.until();
        if (from == null || until == null) {
            throw new Distrust(Fault.SCHEMA);
        }
        unless(!until.isAfter(freeze.until()) && !until.isBefore(from), Fault.TERM);
        return new Reply.Frozen(amount, from, until);
    }

    Reply lifted(Asked.Unfreeze unfreeze, ReplyForm.Lifted form) {
        from(form.institution(), form.requestNumber());
        present(form.result(), form.answeredAt());
        unless(unfreeze.assetId().equals(form.assetId()), Fault.ASSET);
        if (form.result() == ReplyForm.LiftResult.REFUSED) {
            return new Reply.Declined(text(form.reason()));
        }
        Money amount = amount(form.amount());
        unless(notMore(amount, unfreeze.amount()), Fault.AMOUNT);
        return new Reply.Unfrozen(amount);
    }

    private void from(@Nullable String said, @Nullable String number) {
        present(said, number);
        unless(institution.id().equals(said), Fault.INSTITUTION);
        unless(asked.requestNumber().equals(number), Fault.REQUEST_NUMBER);
    }

    private static void about(Asked.Subject subject, ReplyForm.Named said) {
        present(said.idType(), said.idNumber());
        unless(subject.idType().equals(said.idType()) && subject.idNumber().equals(said.idNumber()), Fault.SUBJECT);
    }

    private static void present(@Nullable Object... values) {
        for (Object value : values) {
            unless(value != null, Fault.SCHEMA);
        }
    }

    private static boolean notMore(Money amount, Money than) {
        return amount.amount().compareTo(than.amount()) <= 0;
    }

    private static Money amount(@Nullable String text) {
        if (text == null) {
            throw new Distrust(Fault.SCHEMA);
        }
        unless(AMOUNT.matcher(text).matches(), Fault.AMOUNT);
        return Money.of(text);
    }

    private static String text(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new Distrust(Fault.SCHEMA);
        }
        try {
            return PlainText.check(text);
        } catch (Refused unusable) {
            throw new Distrust(Fault.SCHEMA);
        }
    }

    /** Text that goes into facts unsealed, and so must not hold the respondent's id number. */
    private static String open(@Nullable String text, String idNumber) {
        String checked = text(text);
        unless(
                idNumber.isEmpty() || !checked.toUpperCase(Locale.ROOT).contains(idNumber.toUpperCase(Locale.ROOT)),
                Fault.SCHEMA);
        return checked;
    }
}
