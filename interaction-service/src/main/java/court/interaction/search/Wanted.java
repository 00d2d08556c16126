package court.interaction.search;

import court.interaction.stream.Entry;
import court.interaction.stream.Entry.Said;
import court.interaction.stream.Entry.Shown;
import court.platform.json.PlainText;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in a room. What is left out narrows nothing.
 *
 * @param q words, 2 to 100 signs without white space and punctuation: said, given as the reason of a correction, or in the name of a
 *     file, side by side as they are given. Width, capitals, white space and punctuation make no difference
 * @param from not before this (ISO 8601, with an offset)
 * @param to before this
 * @param type type of a card, which is the type of its fact
 * @param sender party id or staff id
 */
record Wanted(
        @Nullable String q,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Kind kind,
        @Nullable String type,
        @Nullable String sender) {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** As {@link Said#kind()} has it; or a card. */
    enum Kind {
        TEXT,
        FILE,
        PICTURE,
        AUDIO,
        VIDEO,
        RECALL,
        CORRECTION,
        CARD
    }

    /** Refuses what cannot be looked for. */
    Wanted checked() {
        Stream.of(q, type, sender).filter(Objects::nonNull).forEach(PlainText::check);
        if (earliest().isBefore(FIRST) || latest().isAfter(LAST) || !earliest().isBefore(latest())) {
            throw SearchRefusal.TIME_UNUSABLE.because();
        }
        FoldedText words = words();
        if (words != null && words.length() < SHORTEST) {
            throw SearchRefusal.WORDS_TOO_SHORT.because();
        }
        if (words != null && words.length() > LONGEST) {
            throw SearchRefusal.WORDS_TOO_LONG.because(LONGEST);
        }
        return this;
    }

    @Nullable
    FoldedText words() {
        return q == null ? null : FoldedText.of(q);
    }

    Instant earliest() {
        return from == null ? FIRST : from;
    }

    Instant latest() {
        return to == null ? LAST : to;
    }

    /** Whether this is it, as its reader may read it: of what was taken back a party reads nothing, so finds nothing. */
    boolean is(Entry entry) {
        return switch (entry) {
            case Said it -> type == null && (kind == null || kind.name().equals(it.kind())) && says(it);
            case Shown it ->
                q == null
                        && (kind == null || kind == Kind.CARD)
                        && (type == null || type.equals(it.card().type()));
        };
    }

    private boolean says(Said said) {
        FoldedText words = words();
        String fileName = said.file() == null ? null : said.file().name();
        return words == null
                || Stream.of(said.text(), fileName, said.reason())
                        .filter(Objects::nonNull)
                        .anyMatch(text -> FoldedText.of(text).contains(words));
    }
}
