package court.platform.contract;

import java.util.List;

/**
 * A draw of a judge 随机分案, with all that is needed to do it again. The exact sums are in the decision record on
 * assignment by lot.
 *
 * @param method which sums
 * @param seed 128 random bits, 32 lower-case hex digits
 * @param candidates who took part, in order of their ids
 * @param passedOver the court's other judges
 */
public record Lot(String method, String seed, List<Candidate> candidates, List<PassedOver> passedOver) {

    public Lot {
        candidates = List.copyOf(candidates);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * A judge who took part.
     *
     * @param capacity share of a full load, in hundredths
     * @param load open cases at the draw
     * @param weight chances: this one's of the sum of all
     */
    public record Candidate(String judgeId, int capacity, long load, long weight) {}

    /** A judge who did not. */
    public record PassedOver(String judgeId, Why why) {}

    /** Why a judge took no part in a draw. */
    public enum Why {
        /** 休假、培训等不在岗 */
        AWAY,
        /** 不承担收案 */
        NO_CAPACITY,
        /** 本案原承办法官 */
        FORMER,
        /** 本案已回避 */
        RECUSED,
        /** 与本案另有职务或者利害冲突 */
        CONFLICT
    }
}
