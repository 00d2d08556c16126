package court.interaction.agent;

import court.interaction.agent.Mandate.Ended;
import court.interaction.room.Room;
import court.interaction.room.Rooms;
import court.platform.blob.Received;
import court.platform.contract.Change;
import court.platform.json.PlainText;
import court.platform.json.Secret;
import court.platform.model.Refused;
import court.platform.outbox.WriteUnit;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.security.Role;
import court.platform.web.Command;
import court.platform.web.Commands;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people can do about agents. */
@Component
class AgentDesk {

    private static final int LONGEST_REASON = 500;

    private final WriteUnit unit;
    private final Commands commands;
    private final Memberships memberships;
    private final Rooms rooms;
    private final Mandates mandates;
    private final Clock clock;

    AgentDesk(WriteUnit unit, Commands commands, Memberships memberships, Rooms rooms, Mandates mandates, Clock clock) {
        this.unit = unit;
        this.commands = commands;
        this.memberships = memberships;
        this.rooms = rooms;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** Where a mandate stands. */
    @Schema(name = "AgentStanding")
    record Standing(String agentId, String state) {

        static Standing of(Mandate mandate) {
            return new Standing(mandate.id(), mandate.getClass().getSimpleName().toUpperCase(Locale.ROOT));
        }
    }

    /** Any person, for parties in the room; a case or party that is not there and one that is not known to them look the same. */
    Mono<Standing> apply(Command command, UUID caseId, Received letter) {
        AgentForm form = AgentForm.read(letter.file());
        return unit.run(() -> known(command.actor(), caseId, form)
                .then(commands.once(
                        command.about(form.digest()),
                        () -> ask(command.actor(), caseId, form)
                                .flatMap(mandate -> letter.keep().thenReturn(Standing.of(mandate))))));
    }

    /** Before a byte is taken from them. */
    Mono<Void> mayApply(Actor actor, UUID caseId) {
        actor.mustBe(Role.PARTY);
        return room(rooms.get(caseId)).then();
    }

    private Mono<Room> known(Actor actor, UUID caseId, AgentForm form) {
        actor.mustBe(Role.PARTY);
        return room(rooms.lock(caseId))
                .filter(room -> room.present().containsAll(form.partyIds()))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }

    private static Mono<Room> room(Mono<Rooms.Stored> stored) {
        return stored.map(Rooms.Stored::room).onErrorMap(Refused.class, none -> AccessRefusal.NOT_YOURS.because());
    }

    private Mono<Mandate> ask(Actor actor, UUID caseId, AgentForm form) {
        return rooms.lock(caseId, Room.Led.class)
                .flatMap(room -> memberships
                        .of(caseId)
                        .collectList()
                        .zipWhen(places -> mandates.of(caseId))
                        .doOnNext(it -> new Candidate(room, actor, it.getT1(), it.getT2()).mustBeFree(form.partyIds())))
                .then(Mono.defer(() -> mandates.add(
                        actor, caseId, Mandate.ask(form.asked(caseId, actor, clock.instant()), form.partyIds()))));
    }

    /** The judge of the case, or who stands in. */
    Mono<Standing> approve(Command command, UUID caseId, String agentId) {
        String by = command.actor().id();
        return decide(command, caseId, agentId, (room, it) -> it.waiting().approve(room, by, clock.instant()));
    }

    /** The judge of the case, or who stands in. */
    Mono<Standing> refuse(Command command, UUID caseId, String agentId, @Nullable String reason) {
        Ended how = ended(command, caseId, reason);
        return decide(command, caseId, agentId, (room, it) -> it.waiting().refuse(how));
    }

    private Mono<Standing> decide(
            Command command, UUID caseId, String agentId, BiFunction<Room.Led, Mandate, Change<Mandate>> decide) {
        return unit.run(() -> memberships
                .get(command.actor(), caseId)
                .map(member -> member.mustBe("ENFORCEMENT_JUDGE", "DEPUTY_JUDGE"))
                .flatMap(judge -> commands.once(
                        command,
                        () -> mandates.decide(command.actor(), caseId, agentId, decide)
                                .map(Standing::of))));
    }

    /** The judge for all parties; a party for itself. An agent ends nobody's authority. */
    Mono<Standing> revoke(Command command, UUID caseId, String agentId, @Nullable String reason) {
        Ended how = ended(command, caseId, reason);
        return unit.run(() -> memberships
                .get(command.actor(), caseId)
                .flatMap(member -> mandates.get(caseId, agentId).map(mandate -> endable(member, mandate)))
                .flatMap(parties -> commands.once(
                        command,
                        () -> mandates.end(command.actor(), caseId, agentId, it -> it.revoke(parties, how))
                                .map(Standing::of))));
    }

    private static List<String> endable(Membership member, Mandate mandate) {
        if (member.isCourt()) {
            member.mustBe("ENFORCEMENT_JUDGE", "DEPUTY_JUDGE");
            return mandate.represents();
        }
        List<String> own =
                mandate.represents().stream().filter(member::isItself).toList();
        if (own.isEmpty()) {
            throw AccessRefusal.NOT_YOURS.because();
        }
        return own;
    }

    private Ended ended(Command command, UUID caseId, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            throw AgentRefusal.REASON_MISSING.because(LONGEST_REASON);
        }
        PlainText.check(reason);
        return new Ended(
                new Secret(caseId.toString(), reason.strip()), command.actor().id(), clock.instant());
    }
}
