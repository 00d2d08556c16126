package court.interaction.message;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** How long after it was said a message can be taken back. */
@Component
class RecallTerm {

    private final Duration within;

    RecallTerm(@Value("${court.message.recall-within}") String within) {
        this.within = DurationStyle.detectAndParse(within);
    }

    void mustNotBeOver(Instant said, Instant now) {
        if (now.isAfter(said.plus(within))) {
            throw MessageRefusal.RECALL_TOO_LATE.because(words());
        }
    }

    private String words() {
        return within.toSecondsPart() == 0 ? within.toMinutes() + " 分钟" : within.toSeconds() + " 秒";
    }
}
