package court.interaction.safety;

import court.interaction.safety.ContentChecks.Due;
import court.interaction.stream.Reader;
import court.interaction.stream.Streams;
import court.platform.messenger.ContentSafetyPort;
import court.platform.task.Rounds;
import court.platform.vault.AccountSeal;
import court.platform.vault.KeyPort;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Has texts looked at after they were said, one after the other. What gets no answer is asked for again, then given up and shown so. */
@Component
class CheckContentTask {

    private static final Logger LOG = LoggerFactory.getLogger(CheckContentTask.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int AT_ONCE = 20;
    private static final int MOST_ATTEMPTS = 5;

    private final ContentChecks checks;
    private final Streams streams;
    private final Asked asked;
    private final MeterRegistry meters;
    private final Scheduler blocking;

    /** Whom to ask, if anybody, and how the author's account is opened. */
    @Component
    static class Asked {

        private final ObjectProvider<ContentSafetyPort> port;
        private final AccountSeal seal;

        Asked(ObjectProvider<ContentSafetyPort> port, KeyPort keys) {
            this.port = port;
            this.seal = new AccountSeal(keys);
        }
    }

    CheckContentTask(ContentChecks checks, Streams streams, Asked asked, MeterRegistry meters, Scheduler blocking) {
        this.checks = checks;
        this.streams = streams;
        this.asked = asked;
        this.meters = meters;
        this.blocking = blocking;
    }

    @Bean
    Rounds checkContent() {
        return new Rounds("check-content", EVERY, this::round);
    }

    void round() {
        ContentSafetyPort port = asked.port.getIfAvailable();
        if (port != null) {
            checks.take(AT_ONCE, LEASE)
                    .flatMapMany(Flux::fromIterable)
                    .concatMap(due -> look(port, due))
                    .then()
                    .block(LONGEST);
        }
    }

    private Mono<Void> look(ContentSafetyPort port, Due due) {
        return Mono.zip(text(due), openid(due))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no text")))
                .flatMap(it -> port.check(it.getT2(), it.getT1()))
                .doOnNext(verdict -> count(verdict.suggest()))
                .flatMap(verdict -> checks.checked(due, verdict))
                .onErrorResume(failure -> unanswered(due, failure));
    }

    private Mono<String> text(Due due) {
        return streams.find(due.caseId(), due.messageId(), Set.of(Reader.COURT))
                .flatMap(found -> Mono.justOrEmpty(found.message().content().text()))
                .map(text -> text.reveal());
    }

    private Mono<String> openid(Due due) {
        return Mono.fromCallable(() -> asked.seal.open(due.account())).subscribeOn(blocking);
    }

    private Mono<Void> unanswered(Due due, Throwable failure) {
        count("unanswered");
        LOG.warn("message {} was not looked at: {}", due.messageId(), failure.toString());
        return due.attempts() < MOST_ATTEMPTS ? Mono.empty() : checks.givenUp(due);
    }

    private void count(String outcome) {
        meters.counter("court.content.checks", "outcome", outcome).increment();
    }
}
