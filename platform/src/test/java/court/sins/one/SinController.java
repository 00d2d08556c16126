package court.sins.one;

import court.sins.two.SinHelper;
import java.time.Instant;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

/** Breaks every house rule, so that a test can see each of them bite. */
public class SinController {

    public Instant readsTheClockByItself() {
        return Instant.now();
    }

    public void subscribesByHand() {
        Mono.just("work nobody waits for").subscribe();
    }

    @KafkaListener(topics = "sins")
    public Mono<Void> listensReactively(String fact) {
        return Mono.empty();
    }

    public SinHelper leansOnAnotherFeature() {
        return new SinHelper(this);
    }
}
