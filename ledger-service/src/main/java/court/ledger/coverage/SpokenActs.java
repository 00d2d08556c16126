package court.ledger.coverage;

import court.platform.outbox.Outbox.Act;
import court.platform.outbox.Tally;
import court.platform.peer.PeerClient;
import java.util.List;
import java.util.UUID;
import org.springframework.core.ParameterizedTypeReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The acts that were told, as each speaker's own table says. */
class SpokenActs {

    private static final UUID FIRST = new UUID(0, 0);

    private final PeerClient client;

    SpokenActs(PeerClient client) {
        this.client = client;
    }

    /** Acts of this speaker told before this id was made, by type. */
    Mono<List<Tally>> tallies(String source, UUID before) {
        return ask(source, "/internal/v1/acts?before=" + before, new ParameterizedTypeReference<>() {});
    }

    /** All acts of one type told before this id was made, some thousand at a time. */
    Flux<List<Act>> acts(String source, String type, UUID before) {
        return page(source, type, FIRST, before)
                .expand(page -> page(source, type, page.getLast().factId(), before));
    }

    private Mono<List<Act>> page(String source, String type, UUID after, UUID before) {
        return ask(
                        source,
                        "/internal/v1/acts/%s?after=%s&before=%s".formatted(type, after, before),
                        new ParameterizedTypeReference<List<Act>>() {})
                .filter(it -> !it.isEmpty());
    }

    private <T> Mono<T> ask(String source, String path, ParameterizedTypeReference<T> type) {
        return client.get(source, path, type).onErrorMap(failure -> CoverageRefusal.SILENT.because(source));
    }
}
