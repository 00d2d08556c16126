package court.filing.upload;

import court.platform.blob.Uploads;
import court.platform.security.Actor;
import court.platform.upload.TusEndpoint;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Documents of a filing in parts over HTTP. */
@RestController
@RequestMapping("/api/v1/filings/{id}/uploads")
class UploadController extends TusEndpoint<Progress> {

    private final UploadDesk desk;

    UploadController(UploadDesk desk, Uploads uploads) {
        super(desk, uploads);
        this.desk = desk;
    }

    /** Uploads of the caller that can be resumed. */
    @GetMapping
    Flux<Progress> list(Actor actor, @PathVariable UUID id) {
        return desk.list(actor, id);
    }
}
