package court.filing.upload;

import court.platform.task.Rounds;
import court.platform.upload.ResumableUploads;
import court.platform.upload.UploadClearing;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes away the bytes of uploads to filings that are over. */
@Component
class ClearUploadsTask {

    private final UploadClearing clearing;

    ClearUploadsTask(UploadRows rows, ResumableUploads resumable, Clock clock) {
        this.clearing = new UploadClearing(rows.table(), resumable, rows::cleared, clock);
    }

    @Bean
    Rounds clearUploads() {
        return clearing.rounds("clear-uploads");
    }

    Mono<Void> clear() {
        return clearing.clear();
    }
}
