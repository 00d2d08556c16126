package court.asset.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far one request has come.
 *
 * @param state OPEN, UNKNOWN, PROCESSING, ANSWERED or WITHDRAWN
 * @param fault why the last answer was thrown away
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
        UUID requestNumber,
        String institution,
        String state,
        @Nullable String fault,
        @Nullable Instant answeredAt) {}
