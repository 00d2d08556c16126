package court.archive.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import court.platform.peer.PeerClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.WebClientResponseException.NotFound;
import reactor.core.publisher.Mono;

/** What the other services say they have of a case, each asked for its own. Who does not answer is named. */
public final class Peers {

    private static final Map<String, String> NAMES =
            Map.of("filing", "立案服务", "interaction", "互动服务", "asset", "财产查控服务", "dossier", "卷宗服务", "ledger", "存证服务");

    private final PeerClient client;

    Peers(PeerClient client) {
        this.client = client;
    }

    /**
     * A fact as its speaker has it.
     *
     * @param kind {@code ACT}, {@code ACCESS} or {@code OPERATION}
     * @param sent whether the broker has acknowledged it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Spoken(UUID factId, String kind, long sequence, boolean sent) {}

    /**
     * A fact's leaf as the ledger has it; files have leaves too, which name no fact.
     *
     * @param sha256 digest of the bytes the ledger received, where it says so
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Leaf(
            @Nullable UUID factId,
            @Nullable String kind,
            @Nullable String sha256) {}

    /** Every fact this service spoke about the case. */
    public Mono<List<Spoken>> spoken(String source, UUID caseId) {
        return ask(source, "/internal/v1/cases/" + caseId + "/acts", new ParameterizedTypeReference<>() {});
    }

    /** Every leaf of the case. */
    public Mono<List<Leaf>> leaves(UUID caseId) {
        return ask("ledger", "/internal/v1/cases/" + caseId + "/leaves", new ParameterizedTypeReference<>() {});
    }

    /**
     * One proof of the ledger.
     *
     * @param factId absent for files
     * @param sha256 of the bytes it proves
     * @param proof c2sp.org/tlog-proof
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Proof(@Nullable UUID factId, String sha256, String proof) {}

    /** The proofs of a case, all under one checkpoint. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Proofs(String checkpoint, List<Proof> facts, List<Proof> files) {}

    public Mono<Proofs> proofs(UUID caseId) {
        return ask("ledger", "/internal/v1/cases/" + caseId + "/proofs", new ParameterizedTypeReference<>() {});
    }

    /** The proof of a file by its digest; empty as long as the ledger does not have it. */
    public Mono<String> fileProof(String sha256) {
        return ask(
                "ledger",
                "/api/v1/ledger/files/" + sha256 + "/proof",
                new ParameterizedTypeReference<String>() {},
                true);
    }

    /** The public half of the ledger's key, as one line. */
    public Mono<String> ledgerKey() {
        return ask("ledger", "/api/v1/ledger/key", new ParameterizedTypeReference<String>() {})
                .map(String::strip);
    }

    private <T> Mono<T> ask(String peer, String path, ParameterizedTypeReference<T> type) {
        return ask(peer, path, type, false);
    }

    private <T> Mono<T> ask(String peer, String path, ParameterizedTypeReference<T> type, boolean mayBeMissing) {
        return client.get(peer, path, type)
                .onErrorResume(NotFound.class, missing -> mayBeMissing ? Mono.empty() : Mono.error(missing))
                .onErrorMap(failure -> PeerRefusal.SILENT.because(NAMES.getOrDefault(peer, peer) + "（" + peer + "）"));
    }
}
