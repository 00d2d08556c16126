package court.interaction.stream;

import court.platform.security.AccessRefusal;
import court.platform.security.Membership;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose stream is read: the court has one, each party has its own. Nobody reads another's. */
public final class Reader {

    /** The court's stream, which holds every message. */
    public static final String COURT = "COURT";

    private Reader() {}

    /**
     * The stream this member reads.
     *
     * @param asked which of several parties the member wants to read for; null for the first
     */
    static String of(Membership member, @Nullable String asked) {
        if (member.isCourt()) {
            return may(asked == null || asked.equals(COURT), COURT);
        }
        String reader =
                asked == null ? member.partyIds().stream().sorted().findFirst().orElse("") : asked;
        return may(member.partyIds().contains(reader), reader);
    }

    /** All streams this member may read. */
    public static Set<String> all(Membership member) {
        return member.isCourt() ? Set.of(COURT) : member.partyIds();
    }

    private static String may(boolean own, String reader) {
        if (!own) {
            throw AccessRefusal.NOT_YOURS.because();
        }
        return reader;
    }
}
