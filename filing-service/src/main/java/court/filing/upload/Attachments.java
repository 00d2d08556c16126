package court.filing.upload;

import court.platform.blob.Received;
import court.platform.security.Actor;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What takes uploaded documents when they are whole. */
public interface Attachments {

    /** Refuses whoever may not see it. */
    Mono<Void> maySee(Actor actor, UUID filing);

    /** Refuses whoever may not attach anything to it now. */
    Mono<Void> mayAttach(Actor actor, UUID filing);

    /** The kind of document as it will be known, or a refusal. */
    String kind(String told);

    /**
     * Attaches and keeps a document in one unit.
     *
     * @param claim told the document's id in that unit, first of all; when it refuses, nothing is attached
     */
    Mono<Attached> attach(Actor actor, UUID filing, String kind, Received received, Function<String, Mono<Void>> claim);

    /** What came of it: the document's id, and the version the filing has now. */
    record Attached(String fileId, long version) {}
}
