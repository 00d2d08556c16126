package court.platform.contract;

import java.util.List;

/** What a step on an aggregate yields: its next state and what is to be told about it. */
public record Change<T>(T next, List<Fact> facts) {

    public static <T> Change<T> of(T next, Fact... facts) {
        return new Change<>(next, List.of(facts));
    }
}
