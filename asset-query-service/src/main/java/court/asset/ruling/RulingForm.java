package court.asset.ruling;

import court.asset.ruling.Ruling.Paper;
import court.platform.json.PlainText;
import court.platform.model.Money;
import court.platform.outbox.TextDigests;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came with a ruling: the fields {@code number}, {@code respondentId}, {@code limit} and two files. */
record RulingForm(String number, String respondentId, Money limit, Paper ruling, Paper notice) {

    static final String RULING = "ruling";
    static final String NOTICE = "notice";
    private static final Set<String> FIELDS = Set.of("number", "respondentId", "limit");
    private static final int LONGEST_NUMBER = 60;

    /** One part of the form: a field, or a file that was received. */
    record Piece(
            String name, @Nullable String value, @Nullable Paper paper) {}

    static RulingForm of(Collection<Piece> pieces) {
        Map<String, String> fields = new HashMap<>();
        Map<String, Paper> papers = new HashMap<>();
        for (Piece piece : pieces) {
            Object before = piece.paper() != null
                    ? papers.put(piece.name(), piece.paper())
                    : fields.put(
                            piece.name(),
                            PlainText.check(piece.value() == null ? "" : piece.value())
                                    .strip());
            if (before != null) {
                throw RulingRefusal.BAD_FORM.because();
            }
        }
        return checked(fields, papers);
    }

    private static RulingForm checked(Map<String, String> fields, Map<String, Paper> papers) {
        if (!FIELDS.containsAll(fields.keySet())) {
            throw RulingRefusal.BAD_FORM.because();
        }
        Paper ruling = papers.get(RULING);
        Paper notice = papers.get(NOTICE);
        if (ruling == null || notice == null) {
            throw RulingRefusal.FILES_MISSING.because();
        }
        String number = fields.getOrDefault("number", "");
        String respondentId = fields.getOrDefault("respondentId", "");
        String limit = fields.getOrDefault("limit", "");
        if (number.isEmpty() || number.length() > LONGEST_NUMBER || respondentId.isEmpty() || limit.isEmpty()) {
            throw RulingRefusal.FIELDS_MISSING.because();
        }
        return new RulingForm(number, respondentId, positive(Money.of(limit)), ruling, notice);
    }

    private static Money positive(Money limit) {
        if (limit.amount().signum() == 0) {
            throw RulingRefusal.LIMIT_ZERO.because();
        }
        return limit;
    }

    /** What the same key must come with again. */
    String digest() {
        return TextDigests.of(ruling.file().sha256() + "\n" + notice.file().sha256() + "\n"
                        + new TreeMap<>(Map.of("number", number, "respondentId", respondentId, "limit", limit.text())))
                .sha256();
    }
}
