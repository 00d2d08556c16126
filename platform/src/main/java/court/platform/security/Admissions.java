package court.platform.security;

import court.platform.contract.Agent.Power;
import court.platform.contract.MemberEvent;
import court.platform.contract.MemberEvent.AgentApplied;
import court.platform.contract.MemberEvent.AgentApproved;
import court.platform.contract.MemberEvent.AgentRefused;
import court.platform.contract.MemberEvent.AgentRevoked;
import court.platform.contract.MemberEvent.AssistantAdded;
import court.platform.contract.MemberEvent.AssistantRemoved;
import court.platform.contract.MemberEvent.DeputyEnded;
import court.platform.contract.MemberEvent.DeputyNamed;
import court.platform.contract.MemberEvent.PostingRestored;
import court.platform.contract.MemberEvent.PostingSuspended;
import court.platform.security.Memberships.Place;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes down who is let into cases and who is let out. */
final class Admissions {

    private static final String DEPUTY = "DEPUTY_JUDGE";

    private final DatabaseClient database;

    Admissions(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> learn(UUID caseId, MemberEvent event) {
        return switch (event) {
            case AssistantAdded it -> admit(Memberships.court(caseId, it.staffId(), "CLERK", it.courtCode()));
            case AssistantRemoved it -> dismiss(caseId, "role = 'CLERK' and member = :who", it.staffId());
            case DeputyNamed it -> replace(caseId, DEPUTY, List.of()).then(admit(caseId, it));
            case DeputyEnded it -> dismiss(caseId, "role = 'DEPUTY_JUDGE' and member = :who", it.staffId());
            case AgentApproved it -> admit(agents(caseId, it));
            case AgentRevoked it -> revoke(caseId, it);
            case PostingSuspended it -> silence(caseId, it.memberId());
            case PostingRestored it ->
                run("delete from silence where case_id = :case and target = :who", caseId, it.memberId());
            case AgentApplied _, AgentRefused _ -> Mono.empty();
        };
    }

    private Mono<Void> silence(UUID caseId, String target) {
        return run("insert into silence (case_id, target) values (:case, :who) on conflict do nothing", caseId, target);
    }

    private Mono<Void> dismiss(UUID caseId, String whom, String who) {
        return run("delete from membership where case_id = :case and " + whom, caseId, who);
    }

    private Mono<Void> revoke(UUID caseId, AgentRevoked it) {
        return Flux.fromIterable(it.represents())
                .concatMap(party -> database.sql("""
                                delete from membership
                                where case_id = :case and role = 'AGENT' and agent_id = :agent and party_id = :party""")
                        .bind("case", caseId)
                        .bind("agent", it.agentId())
                        .bind("party", party)
                        .then())
                .then();
    }

    private Mono<Void> run(String sql, UUID caseId, String who) {
        return database.sql(sql).bind("case", caseId).bind("who", who).then();
    }

    private static List<Place> agents(UUID caseId, AgentApproved it) {
        String powers = it.powers().stream().map(Power::name).collect(Collectors.joining(","));
        return it.represents().stream()
                .map(party -> new Place(caseId, it.personKey(), "AGENT", party, "", it.agentId(), powers, false))
                .toList();
    }

    private Mono<Void> admit(UUID caseId, DeputyNamed it) {
        return database.sql("""
                        insert into membership (case_id, member, role, party_id, court, from_day, until_day)
                        values (:case, :member, :role, '', :court, :from, :until)""")
                .bind("case", caseId)
                .bind("member", it.staffId())
                .bind("role", DEPUTY)
                .bind("court", it.courtCode())
                .bind("from", it.from())
                .bind("until", it.until())
                .then();
    }

    /** Who held this role before and is not named now, holds it no more. */
    Mono<Void> replace(UUID caseId, String role, List<Place> places) {
        return database.sql("delete from membership where case_id = :case and role = :role")
                .bind("case", caseId)
                .bind("role", role)
                .then()
                .then(admit(places));
    }

    Mono<Void> admit(List<Place> places) {
        return Flux.fromIterable(places).concatMap(this::admit).then();
    }

    private Mono<Void> admit(Place place) {
        return database.sql("""
                        insert into membership (case_id, member, role, party_id, court, agent_id, powers)
                        values (:case, :member, :role, :party, :court, :agent, :powers) on conflict do nothing""")
                .bind("agent", place.agentId())
                .bind("powers", place.powers())
                .bind("case", place.caseId())
                .bind("member", place.member())
                .bind("role", place.role())
                .bind("party", place.partyId())
                .bind("court", place.court())
                .then();
    }
}
