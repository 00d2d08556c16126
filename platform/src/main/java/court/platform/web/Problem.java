package court.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.platform.model.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as it goes out: problem details (RFC 9457).
 *
 * @param type names the code, {@code urn:court:problem:<code>}
 * @param detail one Chinese sentence that says what to do
 * @param code stable, for programs
 * @param traceId what to tell operations
 * @param errors the single fields that are wrong
 * @param nextActions what the person may do instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String traceId,
        List<Refused.Fault> errors,
        List<String> nextActions) {

    public static Problem of(Refused refused, @Nullable String traceId) {
        var kind = refused.refusal().kind();
        String code = refused.refusal().code();
        return new Problem(
                "urn:court:problem:" + code,
                kind.title(),
                kind.status(),
                refused.detail(),
                code,
                traceId,
                refused.faults(),
                refused.nextActions());
    }
}
