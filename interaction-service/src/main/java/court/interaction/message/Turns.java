package court.interaction.message;

import court.platform.model.Refused;
import court.platform.security.AccessRefusal;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.security.Memberships.Place;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whose turn it is: only members', each command once, nobody faster than is allowed. Everything inside a write unit. */
@Component
class Turns {

    private final Memberships memberships;
    private final Commands commands;
    private final Pace pace;

    Turns(Memberships memberships, Commands commands, Pace pace) {
        this.memberships = memberships;
        this.commands = commands;
        this.pace = pace;
    }

    /** Those whose turn it is; the others are refused, or given the answer they had. */
    Mono<List<Turn>> admit(List<Turn> turns) {
        Set<UUID> cases = turns.stream().map(turn -> turn.asked().caseId()).collect(Collectors.toSet());
        return memberships
                .of(cases)
                .collect(Collectors.groupingBy(Place::caseId))
                .doOnNext(places -> each(turns, turn -> turn.admit(member(turn, places))))
                .flatMap(places -> claim(open(turns)))
                .doOnNext(admitted -> each(admitted, this::mustNotFlood));
    }

    private void mustNotFlood(Turn turn) {
        pace.mustNotFlood(turn.asked().actor(), turn.asked().caseId());
    }

    private static Membership member(Turn turn, Map<UUID, List<Place>> places) {
        var asked = turn.asked();
        return Membership.of(asked.actor(), asked.caseId(), places.getOrDefault(asked.caseId(), List.of()))
                .orElseThrow(AccessRefusal.NOT_YOURS::because);
    }

    private Mono<List<Turn>> claim(List<Turn> turns) {
        List<Command> keys =
                turns.stream().flatMap(turn -> turn.command().stream()).toList();
        return keys.isEmpty()
                ? Mono.just(turns)
                : commands.claim(keys)
                        .flatMap(fresh -> Flux.fromIterable(turns)
                                .filter(turn -> turn.command()
                                        .filter(it -> !fresh.contains(it))
                                        .isPresent())
                                .concatMap(
                                        turn -> commands.earlier(turn.command().orElseThrow())
                                                .doOnNext(turn::refuse))
                                .then(Mono.fromSupplier(() -> open(turns))));
    }

    /** What was done is kept under its key; the keys of what was refused are free again. */
    Mono<Void> keep(List<Turn> admitted) {
        List<Turn> keyed =
                admitted.stream().filter(turn -> turn.command().isPresent()).toList();
        List<Command> refused = keyed.stream()
                .filter(turn -> turn.standing().isEmpty())
                .map(turn -> turn.command().orElseThrow())
                .toList();
        Map<Command, Posted> answers = keyed.stream()
                .filter(turn -> turn.standing().isPresent())
                .collect(Collectors.toMap(
                        turn -> turn.command().orElseThrow(),
                        turn -> turn.standing().orElseThrow()));
        return (refused.isEmpty() ? Mono.<Void>empty() : commands.giveBack(refused))
                .then(Mono.defer(() -> answers.isEmpty() ? Mono.empty() : commands.keep(answers)));
    }

    static List<Turn> open(List<Turn> turns) {
        return turns.stream().filter(Turn::isOpen).toList();
    }

    /** Takes a step with each that goes on; who is refused goes no further. */
    static void each(List<Turn> turns, Consumer<Turn> step) {
        open(turns).forEach(turn -> {
            try {
                step.accept(turn);
            } catch (Refused refused) {
                turn.refuse(refused);
            }
        });
    }
}
