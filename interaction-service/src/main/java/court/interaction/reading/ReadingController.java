package court.interaction.reading;

import court.interaction.reading.ReadingDesk.Reading;
import court.platform.security.Actor;
import court.platform.web.EdgeRefusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Having read, by HTTP. A socket's {@code ack} is about transport and says nothing here. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/read")
class ReadingController {

    private final ReadingDesk desk;

    ReadingController(ReadingDesk desk) {
        this.desk = desk;
    }

    /**
     * What was read.
     *
     * @param seq the last place shown to the person; an earlier one than before changes nothing
     * @param reader party id, for who reads for several parties
     */
    record Read(@Nullable Long seq, @Nullable String reader) {}

    @GetMapping
    Mono<Reading> show(
            Actor actor, @PathVariable UUID caseId, @RequestParam(required = false) @Nullable String reader) {
        return desk.show(actor, caseId, reader);
    }

    @PutMapping
    Mono<Reading> read(Actor actor, @PathVariable UUID caseId, @RequestBody Read read) {
        if (read.seq() == null) {
            throw EdgeRefusal.MISSING_VALUE.because();
        }
        return desk.read(actor, caseId, read.reader(), read.seq());
    }
}
