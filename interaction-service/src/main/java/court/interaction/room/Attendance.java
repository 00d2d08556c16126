package court.interaction.room;

import court.platform.calendar.LegalCalendar;
import court.platform.contract.CourtEvent;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.MemberEvent.AssistantAdded;
import court.platform.contract.MemberEvent.DeputyNamed;
import court.platform.security.Memberships;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Who belonged to a case from when to when. It compares who belongs after a fact with who was here before, so that no fact can let
 * somebody in or out without a trace.
 */
@Repository
public class Attendance {

    private final DatabaseClient database;
    private final Memberships memberships;
    private final Clock clock;

    Attendance(DatabaseClient database, Memberships memberships, Clock clock) {
        this.database = database;
        this.memberships = memberships;
        this.clock = clock;
    }

    /**
     * One person's time in a case.
     *
     * @param fromDay first day of a deputy, Asia/Shanghai
     * @param joinedBy type of the fact that let them in
     * @param leftBy type of the fact that let them out
     */
    public record Stay(
            String member,
            String role,
            String partyId,
            String agentId,
            @Nullable LocalDate fromDay,
            @Nullable LocalDate untilDay,
            @Nullable String name,
            Instant joinedAt,
            String joinedBy,
            @Nullable Instant leftAt,
            @Nullable String leftBy) {

        public boolean isCourt() {
            return partyId.isEmpty();
        }

        /** Whether the person belongs to the case on this day. */
        public boolean isPresent(LocalDate today) {
            return leftAt == null
                    && (fromDay == null || !today.isBefore(fromDay))
                    && (untilDay == null || !today.isAfter(untilDay));
        }

        /** When the person left, if they did: let out, or when the last of the named days was over. */
        public @Nullable Instant endedAt(LocalDate today) {
            return leftAt != null || untilDay == null || !today.isAfter(untilDay)
                    ? leftAt
                    : untilDay.plusDays(1).atStartOfDay(LegalCalendar.ZONE).toInstant();
        }
    }

    /** Learns from a fact who belongs to the case now. Inside a write unit. */
    Mono<Void> learn(UUID caseId, CourtEvent event) {
        String type = event.getClass().getSimpleName();
        return memberships
                .learn(caseId, event)
                .then(close(caseId, type))
                .then(Mono.defer(() -> open(caseId, type, named(event))));
    }

    /** What a fact says of a member of the court's staff. */
    private record Named(String staffId, String name) {}

    private static Named named(CourtEvent event) {
        if (event instanceof JudgeAssigned it) {
            return new Named(it.judgeId(), it.judgeName());
        }
        if (event instanceof AssistantAdded it) {
            return new Named(it.staffId(), it.name());
        }
        return event instanceof DeputyNamed it ? new Named(it.staffId(), it.name()) : new Named("", "");
    }

    private static final String THE_SAME = """
            m.case_id = h.case_id and m.member = h.member and m.role = h.role and m.party_id = h.party_id
              and m.agent_id = h.agent_id and m.from_day is not distinct from h.from_day
              and m.until_day is not distinct from h.until_day""";

    private Mono<Long> close(UUID caseId, String type) {
        return database.sql("update member_stay h set left_at = :now, left_by = :type"
                        + " where h.case_id = :case and h.left_at is null"
                        + " and not exists (select 1 from membership m where " + THE_SAME + ")")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("type", type)
                .bind("case", caseId)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> open(UUID caseId, String type, Named named) {
        return database.sql("""
                        insert into member_stay
                            (case_id, member, role, party_id, agent_id, from_day, until_day, name, joined_at, joined_by)
                        select m.case_id, m.member, m.role, m.party_id, m.agent_id, m.from_day, m.until_day,
                               case when m.party_id = '' and m.member = :named then :name end, :now, :type
                        from membership m
                        where m.case_id = :case and not exists
                            (select 1 from member_stay h where h.left_at is null and\s""" + THE_SAME + ")")
                .bind("named", named.staffId())
                .bind("name", named.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("type", type)
                .bind("case", caseId)
                .then();
    }

    /** All stays in a case, oldest first. */
    public Mono<List<Stay>> of(UUID caseId) {
        return database.sql("""
                        select member, role, party_id, agent_id, from_day, until_day, name, joined_at, joined_by, left_at, left_by
                        from member_stay where case_id = :case order by id""")
                .bind("case", caseId)
                .mapProperties(Stay.class)
                .all()
                .collectList();
    }
}
