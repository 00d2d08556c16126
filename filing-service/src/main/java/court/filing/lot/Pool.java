package court.filing.lot;

import court.platform.contract.Lot.Candidate;
import court.platform.contract.Lot.PassedOver;
import court.platform.contract.Lot.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who of a court's judges takes part in a draw, and why the others do not.
 *
 * @param candidates in order of their ids, weighed
 */
public record Pool(List<Candidate> candidates, List<PassedOver> passedOver) {

    /**
     * Sorts the judges of a court.
     *
     * @param loads open cases by judge; who is not named has none
     * @param barred who may not have this case, and why
     * @param today in Shanghai
     */
    static Pool of(List<Post> posts, Map<String, Long> loads, Map<String, Why> barred, LocalDate today) {
        List<Candidate> candidates = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        for (Post post : posts) {
            Why why = against(post, barred.get(post.id()), today);
            if (why == null) {
                candidates.add(new Candidate(post.id(), post.share(), loads.getOrDefault(post.id(), 0L), 0));
            } else {
                passedOver.add(new PassedOver(post.id(), why));
            }
        }
        passedOver.sort(Comparator.comparing(PassedOver::judgeId));
        return new Pool(Draw.weighed(candidates), List.copyOf(passedOver));
    }

    private static @Nullable Why against(Post post, @Nullable Why barred, LocalDate today) {
        if (barred != null) {
            return barred;
        }
        if (post.awayOn(today)) {
            return Why.AWAY;
        }
        return post.share() == 0 ? Why.NO_CAPACITY : null;
    }
}
