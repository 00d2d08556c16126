package court.platform.web;

import court.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to change something: who, under which key, having seen which version.
 *
 * @param key the request's {@code Idempotency-Key}
 * @param request method and path
 * @param bodySha256 digest of what was sent; for uploads set by {@link #about}
 * @param status the HTTP status a success answers with
 */
public record Command(
        Actor actor,
        String key,
        String request,
        String bodySha256,
        int status,
        @Nullable Long seenVersion) {

    /** By what it is known again. */
    public record Key(String actor, String key) {}

    public Key known() {
        return new Key(actor.id(), key);
    }

    /** The same command about a file that came with it. */
    public Command about(String sha256) {
        return new Command(actor, key, request, sha256, status, seenVersion);
    }

    /** Refuses when the version seen is not the present one (RFC 9110 §13.1.1, RFC 6585 §3). */
    public void mustHaveSeen(long present) {
        if (seenVersion == null) {
            throw EdgeRefusal.VERSION_MISSING.because();
        }
        if (seenVersion != present) {
            throw EdgeRefusal.VERSION_STALE.because();
        }
    }
}
