package court.filing.filing;

import static court.platform.security.Role.CLERK;
import static court.platform.security.Role.PARTY;

import court.filing.filing.Filing.Editable;
import court.filing.upload.Attachments;
import court.platform.blob.Received;
import court.platform.contract.Change;
import court.platform.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes documents that came in parts: the same checks as for those that came at once. */
@Component
class FilingAttachments implements Attachments {

    private final Filings filings;
    private final Clock clock;

    FilingAttachments(Filings filings, Clock clock) {
        this.filings = filings;
        this.clock = clock;
    }

    @Override
    public Mono<Void> maySee(Actor actor, UUID filing) {
        actor.mustBe(PARTY, CLERK);
        return filings.get(actor, filing).then();
    }

    @Override
    public Mono<Void> mayAttach(Actor actor, UUID filing) {
        actor.mustBe(PARTY, CLERK);
        return filings.get(actor, filing)
                .doOnNext(stored -> Filings.mustBe(Editable.class, stored.filing()))
                .then();
    }

    @Override
    public String kind(String told) {
        return Material.kind(told);
    }

    @Override
    public Mono<Attached> attach(
            Actor actor, UUID filing, String kind, Received received, Function<String, Mono<Void>> claim) {
        Instant now = clock.instant();
        Material material = Material.of(filing, kind, received.file(), now);
        String fileId = material.file().id();
        return filings.changeUnseen(actor, filing, Editable.class, now, it -> {
                    Change<Filing> change = it.attach(material);
                    return claim.apply(fileId).then(received.keep()).thenReturn(change);
                })
                .map(summary -> new Attached(fileId, summary.version()));
    }
}
