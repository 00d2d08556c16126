package court.interaction.agent;

import court.platform.blob.Downloads;
import court.platform.model.Refused;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.web.Views;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The agents of a case: the court sees all, a party its own, and who asked sees their own application before they are let in. */
@Component
class CaseAgents {

    private final Memberships memberships;
    private final Mandates mandates;
    private final Downloads downloads;
    private final Views views;

    CaseAgents(Memberships memberships, Mandates mandates, Downloads downloads, Views views) {
        this.memberships = memberships;
        this.mandates = mandates;
        this.downloads = downloads;
        this.views = views;
    }

    /** Refuses who is no member and asked for nothing. */
    Mono<List<AgentView>> list(Actor actor, UUID caseId) {
        return memberships
                .get(actor, caseId)
                .map(Optional::of)
                .onErrorResume(Refused.class, outsider -> Mono.just(Optional.empty()))
                .zipWhen(member -> mandates.of(caseId))
                .flatMap(it -> onRecord(it.getT1(), caseId).thenReturn(visible(actor, it.getT1(), it.getT2())));
    }

    private static List<AgentView> visible(Actor actor, Optional<Membership> member, List<Mandate> all) {
        List<AgentView> mine = all.stream()
                .filter(it -> maySee(actor, member, it))
                .map(AgentView::of)
                .toList();
        if (mine.isEmpty() && member.isEmpty()) {
            throw AccessRefusal.NOT_YOURS.because();
        }
        return mine;
    }

    private static boolean maySee(Actor actor, Optional<Membership> member, Mandate mandate) {
        boolean asked = mandate.asked().personKey().equals(actor.personKey());
        return asked || member.filter(it -> it.sees(mandate.represents())).isPresent();
    }

    /** That the court saw names goes on record first (rule RE7). */
    private Mono<Void> onRecord(Optional<Membership> member, UUID caseId) {
        return member.filter(Membership::isCourt)
                .map(court -> views.record(court.actor(), caseId, "agents", caseId.toString()))
                .orElse(Mono.empty());
    }

    /** The court and the represented parties. */
    Mono<ResponseEntity<Flux<DataBuffer>>> letter(Actor actor, UUID caseId, String agentId, HttpHeaders asked) {
        return memberships
                .get(actor, caseId)
                .zipWhen(member -> mandates.get(caseId, agentId).filter(it -> member.sees(it.represents())))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because))
                .flatMap(it -> onRecord(Optional.of(it.getT1()), caseId)
                        .then(Mono.defer(() -> downloads.answer(item(caseId, it.getT2()), asked))));
    }

    private static Downloads.Item item(UUID caseId, Mandate mandate) {
        Asked.Letter letter = mandate.asked().letter();
        if (letter == null) {
            throw AccessRefusal.NOT_YOURS.because();
        }
        return new Downloads.Item(
                caseId,
                letter.name().reveal(),
                letter.file().mediaType(),
                letter.file().digests());
    }
}
