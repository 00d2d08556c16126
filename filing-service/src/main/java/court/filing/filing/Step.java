package court.filing.filing;

import court.filing.notice.Occasion;
import court.platform.contract.Fact;
import court.platform.outbox.Outbox.Word;
import court.platform.security.Actor;
import java.util.List;
import java.util.stream.Stream;

/**
 * One step of one filing, decided.
 *
 * @param traceparent in which trace somebody asked for it
 */
record Step(Actor actor, String traceparent, Stored from, Stored to, List<Fact> facts) {

    boolean changedMaterials() {
        return !to.filing().papers().materials().equals(from.filing().papers().materials());
    }

    Stream<Word> told() {
        return facts.stream().map(fact -> new Word(to.filing().id(), actor, traceparent, fact));
    }

    Occasion occasion() {
        return FilingsReturned.occasion(to, actor, facts);
    }
}
