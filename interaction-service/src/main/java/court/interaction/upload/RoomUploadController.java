package court.interaction.upload;

import court.platform.blob.Uploads;
import court.platform.security.Actor;
import court.platform.upload.TusAnswers.Standing;
import court.platform.upload.TusEndpoint;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Files of a room in parts over HTTP. A message that names the upload sends it. */
@RestController
@RequestMapping("/api/v1/cases/{id}/uploads")
class RoomUploadController extends TusEndpoint<Standing> {

    private final RoomUploadDesk desk;

    RoomUploadController(RoomUploadDesk desk, Uploads uploads) {
        super(desk, uploads);
        this.desk = desk;
    }

    /** Uploads of the caller that can be resumed or sent. */
    @GetMapping
    Flux<Standing> list(Actor actor, @PathVariable UUID id) {
        return desk.list(actor, id);
    }
}
