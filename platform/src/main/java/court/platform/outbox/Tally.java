package court.platform.outbox;

/**
 * Of one type of fact how many there are, and which, in one number.
 *
 * @param sum of the last 64 bits of each id, nearly all of them random: the same number and the same sum, the same facts
 */
public record Tally(String type, long many, String sum) {

    /** Selects the sum over {@code fact_id}. */
    public static final String SUM =
            "sum(('x' || substr(fact_id::text, 20, 4) || substr(fact_id::text, 25))::bit(64)::bigint)::text";
}
