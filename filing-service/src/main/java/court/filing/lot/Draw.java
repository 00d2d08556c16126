package court.filing.lot;

import court.platform.contract.Lot;
import court.platform.contract.Lot.Candidate;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * The sums of a draw, {@code court-lot-1}: the same record gives the same judge, to anybody.
 *
 * <pre>
 *   relative load  r = load · 100 / capacity, rounded down
 *   weight         w = capacity · 2^max(0, 20 − (r − least r))
 *   ticket         t = SHA-256("court-lot-1" LF case id LF seed) as a number, modulo the sum of all w
 * </pre>
 *
 * <p>The weights laid end to end in order of the candidates' ids: who covers the ticket has the case. So a case more than
 * the least loaded halves one's chances, and nobody's are nil.
 */
public final class Draw {

    /** Which sums these are; other sums get another name. */
    public static final String METHOD = "court-lot-1";

    private static final int MOST_HALVINGS = 20;

    private Draw() {}

    /** Whose lot it is. */
    public static String winner(UUID caseId, Lot lot) {
        long ticket = ticket(caseId, lot);
        for (Candidate candidate : lot.candidates()) {
            ticket -= candidate.weight();
            if (ticket < 0) {
                return candidate.judgeId();
            }
        }
        throw new IllegalArgumentException("a ticket beyond the sum of the weights");
    }

    /** Whether the record gives this judge when the sums are done again: weights, order, ticket. */
    public static boolean repeats(UUID caseId, Lot lot, String judgeId) {
        return lot.method().equals(METHOD)
                && !lot.candidates().isEmpty()
                && lot.candidates().equals(weighed(lot.candidates()))
                && winner(caseId, lot).equals(judgeId);
    }

    /** The candidates in their order, with their weights; what weights they came with does not matter. */
    public static List<Candidate> weighed(List<Candidate> candidates) {
        long least = candidates.stream().mapToLong(Draw::relativeLoad).min().orElse(0);
        return candidates.stream()
                .sorted((one, two) -> one.judgeId().compareTo(two.judgeId()))
                .map(it -> new Candidate(it.judgeId(), it.capacity(), it.load(), weight(it, least)))
                .toList();
    }

    private static long relativeLoad(Candidate it) {
        return it.load() * 100 / it.capacity();
    }

    private static long weight(Candidate it, long least) {
        long halvings = Math.min(MOST_HALVINGS, relativeLoad(it) - least);
        return (long) it.capacity() << (MOST_HALVINGS - halvings);
    }

    /** At most 2^30 times the judges of a court against 2^256: the remainder favours nobody. */
    private static long ticket(UUID caseId, Lot lot) {
        long sum = lot.candidates().stream().mapToLong(Candidate::weight).sum();
        String text = lot.method() + "\n" + caseId + "\n" + lot.seed();
        return new BigInteger(1, sha256(text)).mod(BigInteger.valueOf(sum)).longValueExact();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
