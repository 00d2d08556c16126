package court.interaction.upload;

import court.platform.task.Rounds;
import court.platform.upload.ResumableUploads;
import court.platform.upload.UploadClearing;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes away the bytes of uploads to rooms that are over. */
@Component
class ClearRoomUploadsTask {

    private final UploadClearing clearing;

    ClearRoomUploadsTask(RoomUploads rows, ResumableUploads resumable, Clock clock) {
        this.clearing = new UploadClearing(rows.table(), resumable, it -> rows.cleared(it, clock.instant()), clock);
    }

    @Bean
    Rounds clearRoomUploads() {
        return clearing.rounds("clear-room-uploads");
    }

    Mono<Void> clear() {
        return clearing.clear();
    }
}
