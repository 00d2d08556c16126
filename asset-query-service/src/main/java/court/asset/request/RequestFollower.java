package court.asset.request;

import court.asset.institution.Reply;
import reactor.core.publisher.Mono;

/** Whose requests these are: asked before each sending, told each result. */
public interface RequestFollower {

    /** Whether this request is one of its own. */
    boolean follows(Request request);

    /**
     * Whether it may go out now (rule RP4): asked in the place that sends, each time, inside a write unit. Who says no has
     * dealt with it; it never goes out then.
     */
    Mono<Boolean> maySend(Request request);

    /** The result is known. Inside the write unit that keeps it, once. */
    Mono<Void> answered(Request request, Reply reply);
}
