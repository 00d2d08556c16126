package court.interaction.closing;

import court.interaction.closing.ClosingDesk.Closed;
import court.platform.contract.InteractionEvent.ClosingMode;
import court.platform.web.Command;
import court.platform.web.EdgeRefusal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Closing by HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/closing")
class ClosingController {

    /** More talks than any case has. */
    private static final int MOST = 100;

    private final ClosingDesk desk;

    ClosingController(ClosingDesk desk) {
        this.desk = desk;
    }

    /**
     * How the case is to be closed.
     *
     * @param talkIds confirmed talks it rests on, 100 at most; one named twice counts once
     */
    record Close(@Nullable ClosingMode mode, @Nullable List<@Nullable UUID> talkIds) {

        ClosingMode wanted() {
            if (mode == null) {
                throw EdgeRefusal.MISSING_VALUE.because();
            }
            return mode;
        }

        List<UUID> named() {
            if (talkIds == null) {
                return List.of();
            }
            if (talkIds.size() > MOST || talkIds.stream().anyMatch(Objects::isNull)) {
                throw EdgeRefusal.WRONG_VALUE.because();
            }
            return talkIds.stream().map(Objects::requireNonNull).distinct().toList();
        }
    }

    @PostMapping
    Mono<Closed> close(Command command, @PathVariable UUID caseId, @RequestBody Close close) {
        return desk.close(command, caseId, close.wanted(), close.named());
    }
}
