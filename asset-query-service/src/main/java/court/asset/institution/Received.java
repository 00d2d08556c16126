package court.asset.institution;

import org.jspecify.annotations.Nullable;

/**
 * What came back over HTTP, not looked at yet.
 *
 * @param body null when it was larger than allowed
 * @param signature of the header {@code X-Institution-Signature}
 */
record Received(
        int status, byte @Nullable [] body, @Nullable String signature) {}
