package court.asset.ruling;

import court.asset.matter.Bench;
import court.asset.matter.Matters;
import court.platform.model.Uuid7;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a judge can do with rulings. */
@Component
class RulingDesk {

    private final Writing writing;
    private final Bench bench;
    private final Matters matters;
    private final Rulings rulings;
    private final RulingFiles files;

    /** How a ruling is written, and when. */
    @Component
    record Writing(WriteUnit unit, Commands commands, Clock clock) {}

    RulingDesk(Writing writing, Bench bench, Matters matters, Rulings rulings, RulingFiles files) {
        this.writing = writing;
        this.bench = bench;
        this.matters = matters;
        this.rulings = rulings;
        this.files = files;
    }

    /** A ruling was registered. */
    record Registered(UUID rulingId, String rulingFileId, String noticeFileId) {

        private static Registered of(Ruling ruling) {
            return new Registered(
                    ruling.id(),
                    ruling.ruling().file().id(),
                    ruling.notice().file().id());
        }
    }

    /** The judge of the case only; nothing is received from anybody else. */
    Mono<Registered> register(Command command, UUID caseId, Flux<PartEvent> parts) {
        return bench.judge(command.actor(), caseId)
                .then(Mono.defer(() -> files.receive(caseId, parts)))
                .flatMap(form -> register(command.about(form.digest()), caseId, form));
    }

    private Mono<Registered> register(Command command, UUID caseId, RulingForm form) {
        return writing.unit()
                .run(() -> bench.judge(command.actor(), caseId)
                        .flatMap(judge -> writing.commands()
                                .once(
                                        command,
                                        () -> matters.lock(caseId)
                                                .map(stored ->
                                                        stored.matter().open().respondent(form.respondentId()))
                                                .flatMap(respondent ->
                                                        rulings.add(command.actor(), ruling(caseId, form)))
                                                .map(Registered::of))));
    }

    private Ruling ruling(UUID caseId, RulingForm form) {
        var now = writing.clock().instant();
        return new Ruling(
                Uuid7.at(now),
                caseId,
                form.number(),
                form.respondentId(),
                form.limit(),
                form.ruling(),
                form.notice(),
                now);
    }

    /** The court of the case. */
    Mono<List<RulingView>> list(Actor actor, UUID caseId) {
        return bench.sees(actor, caseId, "rulings")
                .then(Mono.defer(() -> rulings.of(caseId).map(RulingView::of).collectList()));
    }

    /** The court of the case. */
    Mono<ResponseEntity<Flux<DataBuffer>>> fetch(Actor actor, RulingController.Place place, HttpHeaders asked) {
        return bench.sees(actor, place.caseId(), "ruling-file")
                .then(Mono.defer(() -> rulings.get(place.caseId(), place.rulingId())))
                .map(stored -> stored.ruling().find(place.fileId()).orElseThrow(RulingRefusal.NO_SUCH_FILE::because))
                .flatMap(paper -> files.give(place.caseId(), paper, asked));
    }
}
