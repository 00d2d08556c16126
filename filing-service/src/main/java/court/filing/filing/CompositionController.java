package court.filing.filing;

import court.platform.web.Command;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Photographed pages put together as one document, over HTTP. */
@RestController
class CompositionController {

    private final CompositionDesk desk;

    CompositionController(CompositionDesk desk) {
        this.desk = desk;
    }

    /**
     * What to put together.
     *
     * @param kind of the document, such as 执行依据
     * @param name of the document
     * @param pages ids of attached pictures, in order
     */
    record CompositionForm(
            @Nullable String kind,
            @Nullable String name,
            @Nullable List<String> pages) {}

    /** Makes one PDF of attached pictures and attaches it; the pictures stay as its originals. */
    @PostMapping("/api/v1/filings/{id}/materials/composition")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FilingSummary> compose(Command command, @PathVariable UUID id, @RequestBody CompositionForm form) {
        return desk.compose(command, id, Composition.of(form));
    }
}
