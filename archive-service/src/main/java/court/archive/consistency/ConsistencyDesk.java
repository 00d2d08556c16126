package court.archive.consistency;

import court.archive.consistency.Holdings.Own;
import court.archive.dossier.Entries;
import court.archive.dossier.Entry;
import court.archive.peer.Peers;
import court.archive.peer.Peers.Spoken;
import court.platform.outbox.TextDigests;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Memberships;
import court.platform.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows at any time whether nothing was lost: for the case's court, its supervisors and operations. */
@Service
class ConsistencyDesk {

    private final Entries entries;
    private final Peers peers;
    private final Memberships memberships;
    private final Clock clock;
    private final List<String> sources;

    ConsistencyDesk(
            Entries entries,
            Peers peers,
            Memberships memberships,
            Clock clock,
            @Value("${court.archive.sources}") List<String> sources) {
        this.entries = entries;
        this.peers = peers;
        this.memberships = memberships;
        this.clock = clock;
        this.sources = sources;
    }

    Mono<Consistency> check(Actor actor, UUID caseId) {
        return admit(actor, caseId)
                .then(Mono.defer(() -> holdings(caseId)))
                .filter(held -> !held.isEmpty())
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because))
                .map(held -> new Comparison(held, clock.instant()).result());
    }

    private Mono<Void> admit(Actor actor, UUID caseId) {
        return actor.is(Role.OPS)
                ? Mono.empty()
                : supervises(actor, caseId).flatMap(yes -> yes ? Mono.empty() : ofCourt(actor, caseId));
    }

    private Mono<Boolean> supervises(Actor actor, UUID caseId) {
        return memberships
                .of(caseId)
                .any(place -> actor.is(Role.SUPERVISOR) && place.court().equals(actor.court()));
    }

    private Mono<Void> ofCourt(Actor actor, UUID caseId) {
        return memberships
                .get(actor, caseId)
                .filter(reader -> reader.isCourt())
                .switchIfEmpty(Mono.error(AccessRefusal.ROLE_MISSING::because))
                .then();
    }

    /** The speakers last: what the others hold was spoken before, so that a fact on its way never looks unknown. */
    private Mono<Holdings> holdings(UUID caseId) {
        return entries.all(caseId)
                .map(ConsistencyDesk::own)
                .collectList()
                .zipWhen(own -> peers.leaves(caseId))
                .flatMap(both -> spoken(caseId).map(it -> new Holdings(it, both.getT2(), both.getT1())));
    }

    private static Own own(Entry entry) {
        return new Own(
                entry.factId(),
                entry.source(),
                entry.sequence(),
                TextDigests.of(entry.body()).sha256(),
                entry.isIntact());
    }

    private Mono<Map<String, List<Spoken>>> spoken(UUID caseId) {
        return Flux.fromIterable(sources)
                .concatMap(source -> peers.spoken(source, caseId).map(it -> Map.entry(source, it)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
