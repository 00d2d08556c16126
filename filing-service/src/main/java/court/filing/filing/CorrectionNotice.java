package court.filing.filing;

import court.platform.contract.FilingEvent.Missing;
import court.platform.contract.FilingEvent.PaperReason;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A correction notice 补正通知 as a filing judge writes it.
 *
 * @param missing everything that is missing, once
 * @param days to answer, 1 to 30
 * @param againReason when it was returned before (rule RF2)
 */
record CorrectionNotice(
        @Nullable List<Item> missing,
        @Nullable Integer days,
        @Nullable String againReason) {

    private static final int LONGEST = 500;
    private static final Pattern PAPER = Pattern.compile("纸质|纸本|原件|原本|正本");

    /**
     * One thing that is missing.
     *
     * @param onPaper whether paper is asked for; must be said when the words sound like it
     * @param paper why, one of the four reasons; needed for paper and for nothing else (rule RF3)
     */
    record Item(
            @Nullable String item,
            @Nullable String reason,
            @Nullable Boolean onPaper,
            @Nullable PaperReason paper) {

        private Missing named() {
            if (item == null || reason == null || tooShortOrLong(item) || tooShortOrLong(reason)) {
                throw FilingRefusal.NOTHING_MISSING.because();
            }
            boolean asked = onPaper == null
                    ? paper != null || PAPER.matcher(item + reason).find()
                    : onPaper;
            if (asked != (paper != null)) {
                throw FilingRefusal.PAPER_NEEDS_REASON.because();
            }
            return new Missing(item, reason, paper);
        }

        private static boolean tooShortOrLong(String text) {
            return text.isBlank() || text.length() > LONGEST;
        }
    }

    List<Missing> named() {
        if (missing == null || missing.isEmpty()) {
            throw FilingRefusal.NOTHING_MISSING.because();
        }
        List<Missing> named = missing.stream().map(Item::named).toList();
        if (named.stream().map(Missing::item).distinct().count() != named.size()) {
            throw FilingRefusal.NOTHING_MISSING.because();
        }
        return named;
    }

    int term() {
        if (days == null || days < 1 || days > 30) {
            throw FilingRefusal.DAYS_OUT_OF_RANGE.because();
        }
        return days;
    }

    @Nullable
    String reason() {
        if (againReason != null && againReason.length() > LONGEST) {
            throw FilingRefusal.AGAIN_REASON_TOO_LONG.because();
        }
        return againReason;
    }
}
