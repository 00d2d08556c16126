package court.platform.web;

import court.platform.model.Refused;
import court.platform.security.AccessRefusal;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Which refusal any failure of a request is. What is none of these is our own fault, logged with its trace. */
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    public static Refused of(Throwable failure) {
        Refused own = cause(failure, Refused.class);
        if (own != null) {
            return located(own, cause(failure, DatabindException.class));
        }
        if (cause(failure, DataBufferLimitException.class) != null) {
            return EdgeRefusal.BODY_TOO_LARGE.because();
        }
        JacksonException unreadable = cause(failure, JacksonException.class);
        if (unreadable != null && failure instanceof ServerWebInputException) {
            return unreadable(unreadable);
        }
        return failure instanceof ResponseStatusException status ? status(status) : other(failure);
    }

    private static Refused located(Refused refused, @Nullable DatabindException at) {
        if (at == null || !refused.faults().isEmpty()) {
            return refused;
        }
        return refused.with(
                List.of(new Refused.Fault(pointer(at), refused.refusal().code(), refused.detail())));
    }

    private static Refused unreadable(JacksonException failure) {
        EdgeRefusal refusal = failure instanceof UnrecognizedPropertyException
                ? EdgeRefusal.UNKNOWN_FIELD
                : failure instanceof DatabindException ? EdgeRefusal.WRONG_VALUE : EdgeRefusal.UNREADABLE_JSON;
        String pointer = pointer(failure);
        return pointer.isEmpty()
                ? refusal.because()
                : refusal.because().with(List.of(new Refused.Fault(pointer, refusal.code(), refusal.detail())));
    }

    private static String pointer(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static Refused status(ResponseStatusException failure) {
        return switch (failure) {
            case MethodNotAllowedException _ -> EdgeRefusal.METHOD_NOT_ALLOWED.because();
            case NotAcceptableStatusException _ -> EdgeRefusal.NOT_ACCEPTABLE.because();
            case UnsupportedMediaTypeStatusException _ -> EdgeRefusal.UNSUPPORTED_TYPE.because();
            case ServerWebInputException input ->
                input.getMessage().contains("No request body")
                        ? EdgeRefusal.BODY_MISSING.because()
                        : EdgeRefusal.WRONG_VALUE.because();
            default -> byStatus(failure.getStatusCode(), failure);
        };
    }

    private static Refused byStatus(HttpStatusCode status, Throwable failure) {
        return switch (status.value()) {
            case 404 -> EdgeRefusal.NO_SUCH_ADDRESS.because();
            case 413 -> EdgeRefusal.BODY_TOO_LARGE.because();
            case 503, 504 -> EdgeRefusal.BUSY.because();
            default -> status.is4xxClientError() ? EdgeRefusal.WRONG_VALUE.because() : other(failure);
        };
    }

    private static Refused other(Throwable failure) {
        if (failure instanceof AuthenticationServiceException) {
            LOG.warn("cannot check a token: {}", failure.getMessage());
            return AccessRefusal.CHECK_UNAVAILABLE.because();
        }
        if (failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransactionException
                || failure instanceof TimeoutException) {
            LOG.warn("refused as busy: {}", failure.getClass().getName());
            return EdgeRefusal.BUSY.because();
        }
        LOG.error("a request failed through our own fault", failure);
        return EdgeRefusal.BROKEN.because();
    }

    private static <T extends Throwable> @Nullable T cause(@Nullable Throwable failure, Class<T> type) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (type.isInstance(it)) {
                return type.cast(it);
            }
        }
        return null;
    }
}
