package court.interaction.talk;

import court.platform.contract.Agent.Power;
import court.platform.outbox.WriteUnit;
import court.platform.security.AccessRefusal;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people can do with talks. */
@Component
class TalkDesk {

    private final WriteUnit unit;
    private final Memberships memberships;
    private final Commands commands;
    private final Talks talks;
    private final Clock clock;

    TalkDesk(WriteUnit unit, Memberships memberships, Commands commands, Talks talks, Clock clock) {
        this.unit = unit;
        this.memberships = memberships;
        this.commands = commands;
        this.talks = talks;
        this.clock = clock;
    }

    /** A talk is on record. */
    record Opened(UUID talkId, Instant openedAt) {}

    /**
     * A talk was confirmed for a party.
     *
     * @param complete every participant has confirmed now
     */
    record Signed(UUID talkId, String partyId, boolean complete) {}

    /** The judge of the case only. */
    Mono<Opened> open(Command command, UUID caseId, TalkDraft draft) {
        return unit.run(() -> memberships
                .get(command.actor(), caseId)
                .map(member -> member.mustBe("ENFORCEMENT_JUDGE"))
                .flatMap(judge -> commands.once(command, () -> record(command, caseId, draft))));
    }

    private Mono<Opened> record(Command command, UUID caseId, TalkDraft draft) {
        String judge = command.actor().id();
        return talks.open(command.actor(), caseId, room -> Talk.open(room, draft, judge, clock.instant()))
                .map(talk -> new Opened(talk.id(), talk.openedAt()));
    }

    /**
     * Only who is, or acts for, a participant; that money was paid an agent confirms with special authority only (rule RF7).
     *
     * @param asked for which of several parties; null for the first
     */
    Mono<Signed> confirm(Command command, UUID caseId, UUID talkId, @Nullable String asked) {
        return unit.run(() -> memberships
                .get(command.actor(), caseId)
                .flatMap(member -> talks.get(caseId, talkId).map(talk -> signer(member, talk, asked)))
                .flatMap(party -> commands.once(command, () -> sign(command, caseId, talkId, party))));
    }

    private static String signer(Membership member, Talk talk, @Nullable String asked) {
        if (member.isCourt()) {
            throw AccessRefusal.ROLE_MISSING.because();
        }
        String party = talk.participantIds().stream()
                .filter(member.partyIds()::contains)
                .filter(id -> asked == null || asked.equals(id))
                .findFirst()
                .orElseThrow(AccessRefusal.NOT_YOURS::because);
        if (talk.payment() != null && !member.mayDispose(party, Power.COLLECT)) {
            throw TalkRefusal.SPECIAL_AUTHORITY_NEEDED.because();
        }
        return party;
    }

    private Mono<Signed> sign(Command command, UUID caseId, UUID talkId, String party) {
        return talks.change(command.actor(), caseId, talkId, talk -> talk.confirm(party, clock.instant()))
                .map(talk -> new Signed(talkId, party, talk instanceof Talk.Confirmed));
    }
}
