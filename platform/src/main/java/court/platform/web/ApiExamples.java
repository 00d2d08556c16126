package court.platform.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts an example beside an operation: {@code court/openapi/FilingController.open.json} holds what is sent to that method and
 * what it answers. A service's tests play them, so that they are true.
 */
final class ApiExamples {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ApiExamples() {}

    /**
     * An example.
     *
     * @param request a JSON body, or the fields of a form with the name of its file; empty where none is sent
     * @param answer of a success, events as text; empty where there is none
     */
    private record Example(
            @Nullable Object request, @Nullable Object answer) {}

    static void add(Operation operation, HandlerMethod method) {
        Example example = find(method);
        if (example == null) {
            return;
        }
        RequestBody body = operation.getRequestBody();
        if (example.request() != null && body != null && body.getContent() != null) {
            body.getContent().values().forEach(it -> it.setExample(example.request()));
        }
        if (example.answer() != null) {
            successes(operation).forEach(it -> it.setExample(example.answer()));
        }
    }

    private static Stream<MediaType> successes(Operation operation) {
        return operation.getResponses().entrySet().stream()
                .filter(it -> it.getKey().startsWith("2") && it.getValue().getContent() != null)
                .flatMap(it -> it.getValue().getContent().values().stream());
    }

    private static @Nullable Example find(HandlerMethod method) {
        Class<?> controller = method.getBeanType();
        String file = "/court/openapi/" + controller.getSimpleName() + "."
                + method.getMethod().getName() + ".json";
        try (InputStream json = controller.getResourceAsStream(file)) {
            return json == null ? null : JSON.readValue(json, Example.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
