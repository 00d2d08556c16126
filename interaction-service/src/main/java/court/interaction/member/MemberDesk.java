package court.interaction.member;

import court.platform.contract.Fact;
import court.platform.json.PlainText;
import court.platform.json.Secret;
import court.platform.outbox.WriteUnit;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the judge of a case, or who stands in, can do about its members. */
@Component
class MemberDesk {

    private static final int LONGEST_REASON = 500;

    private final WriteUnit unit;
    private final Memberships memberships;
    private final Commands commands;
    private final Members members;
    private final Colleagues colleagues;

    MemberDesk(WriteUnit unit, Memberships memberships, Commands commands, Members members, Colleagues colleagues) {
        this.unit = unit;
        this.memberships = memberships;
        this.commands = commands;
        this.members = members;
        this.colleagues = colleagues;
    }

    /** It was decided about this member. */
    record Decided(String memberId) {}

    /** Takes somebody of the same court as assistant. */
    Mono<Decided> addAssistant(Command command, UUID caseId, @Nullable String staffId) {
        return lead(
                command,
                caseId,
                staffId,
                (judge, people) ->
                        people.addAssistant(colleagues.assistant(people.room().courtCode(), staffId)));
    }

    /** Does without an assistant from now on. */
    Mono<Decided> removeAssistant(Command command, UUID caseId, String staffId) {
        return lead(command, caseId, staffId, (judge, people) -> people.removeAssistant(staffId));
    }

    /** The judge alone says who stands in: who stands in passes it on to nobody. */
    Mono<Decided> nameDeputy(
            Command command,
            UUID caseId,
            @Nullable String staffId,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        return lead(command, caseId, staffId, (judge, people) -> {
            judge.mustBe("ENFORCEMENT_JUDGE");
            return people.nameDeputy(colleagues.judge(people.room().courtCode(), staffId), from, until);
        });
    }

    /** The judge is back. */
    Mono<Decided> endDeputy(Command command, UUID caseId) {
        return lead(command, caseId, "", (judge, people) -> {
            judge.mustBe("ENFORCEMENT_JUDGE");
            return people.endDeputy().orElseThrow(MemberRefusal.NO_DEPUTY::because);
        });
    }

    /** A party or an agent may read but not speak. */
    Mono<Decided> suspend(Command command, UUID caseId, String memberId, @Nullable String reason) {
        Secret why = reason(caseId, reason);
        return lead(command, caseId, memberId, (judge, people) -> people.suspend(memberId, why));
    }

    /** They may speak again. */
    Mono<Decided> restore(Command command, UUID caseId, String memberId, @Nullable String reason) {
        Secret why = reason(caseId, reason);
        return lead(command, caseId, memberId, (judge, people) -> people.restore(memberId, why));
    }

    private Mono<Decided> lead(
            Command command, UUID caseId, @Nullable String memberId, BiFunction<Membership, People, Fact> decide) {
        return unit.run(() -> memberships
                .get(command.actor(), caseId)
                .map(member -> member.mustBe("ENFORCEMENT_JUDGE", "DEPUTY_JUDGE"))
                .flatMap(judge -> commands.once(
                        command,
                        () -> members.change(command.actor(), caseId, people -> decide.apply(judge, people))
                                .thenReturn(new Decided(Objects.requireNonNullElse(memberId, ""))))));
    }

    private static Secret reason(UUID caseId, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            throw MemberRefusal.REASON_MISSING.because(LONGEST_REASON);
        }
        PlainText.check(reason);
        return new Secret(caseId.toString(), reason.strip());
    }
}
