package court.filing.filing;

import court.filing.filing.FilingTurn.Asked;
import court.platform.model.Refused;
import court.platform.web.Commands;
import court.platform.web.Turn;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Takes steps of several filings in one write unit: lock them, see who may, decide each, write them all, tell the others. */
@Component
class Steps {

    private final Commands commands;
    private final FilingRows rows;
    private final Consequences consequences;
    private final Answers answers;
    private final Scheduler blocking;

    Steps(Commands commands, FilingRows rows, Consequences consequences, Answers answers, Scheduler blocking) {
        this.commands = commands;
        this.rows = rows;
        this.consequences = consequences;
        this.answers = answers;
        this.blocking = blocking;
    }

    /**
     * An answer or a refusal for each. A command that was answered before gets its answer again.
     *
     * @param wait for a filing that somebody else changes now; else its turn comes later
     */
    Mono<List<Mono<FilingSummary>>> take(List<Asked> asked, boolean wait) {
        List<FilingTurn> all = asked.stream().map(FilingTurn::new).toList();
        return lock(all, wait)
                .then(Mono.defer(() -> commands.admit(Turn.open(all))))
                .flatMap(admitted -> decide(Turn.open(admitted))
                        .then(Mono.defer(() -> write(Turn.open(admitted))))
                        .then(Mono.defer(() -> commands.settle(admitted))))
                .then(Mono.fromSupplier(() -> all.stream().map(Turn::answer).toList()));
    }

    private Mono<Void> lock(List<FilingTurn> turns, boolean wait) {
        List<FilingTurn> there = turns.stream().filter(turn -> !turn.begins()).toList();
        Set<UUID> ids = there.stream().map(turn -> turn.asked().id()).collect(Collectors.toSet());
        return ids.isEmpty()
                ? Mono.empty()
                : rows.lock(ids, wait)
                        .doOnNext(found -> Turn.each(
                                there, turn -> turn.find(found.get(turn.asked().id()), wait)))
                        .then();
    }

    /** One after the other, court by court, so that no two processes wait for each other's courts; then all files at once. */
    private static Mono<Void> decide(List<FilingTurn> turns) {
        List<FilingTurn> sorted =
                turns.stream().sorted(Comparator.comparing(FilingTurn::court)).toList();
        return Flux.fromIterable(sorted)
                .concatMap(Steps::decide)
                .thenMany(Flux.defer(() -> Flux.fromIterable(Turn.open(turns))))
                .flatMap(
                        turn -> turn.keep().onErrorResume(failure -> Mono.fromRunnable(() -> turn.refuse(failure))), 64)
                .then();
    }

    private static Mono<Void> decide(FilingTurn turn) {
        try {
            return turn.decide();
        } catch (Refused refused) {
            turn.refuse(refused);
            return Mono.empty();
        }
    }

    private Mono<Void> write(List<FilingTurn> turns) {
        List<FilingTurn> begun = turns.stream().filter(FilingTurn::begins).toList();
        List<FilingTurn> changed = turns.stream().filter(turn -> !turn.begins()).toList();
        return rows.insert(begun.stream().map(FilingTurn::written).toList())
                .then(Mono.defer(() ->
                        rows.update(changed.stream().map(FilingTurn::written).toList())))
                .then(Mono.defer(() ->
                        consequences.of(changed.stream().map(FilingTurn::step).toList())))
                .then(Mono.<Void>fromRunnable(() -> turns.forEach(this::answer)).subscribeOn(blocking));
    }

    private void answer(FilingTurn turn) {
        var actor = turn.asked().actor();
        turn.done(answers.summary(actor, FilingAccess.seenBy(actor, turn.to())));
    }
}
