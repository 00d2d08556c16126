package court.asset.institution;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Holds each institution's trouble with that institution: Retry(CircuitBreaker(TimeLimiter(Bulkhead(call)))), each its own
 * by the institution's id, as the settings say.
 */
@Component
class Guards {

    private final RetryRegistry retries;
    private final CircuitBreakerRegistry breakers;
    private final TimeLimiterRegistry limiters;
    private final BulkheadRegistry bulkheads;

    Guards(
            RetryRegistry retries,
            CircuitBreakerRegistry breakers,
            TimeLimiterRegistry limiters,
            BulkheadRegistry bulkheads) {
        this.retries = retries;
        this.breakers = breakers;
        this.limiters = limiters;
        this.bulkheads = bulkheads;
    }

    /** Sending: repeated only while nothing can have arrived. */
    <T> Mono<T> send(String institution, Mono<T> call) {
        return guard(institution, "send", call);
    }

    /** Asking what became of a request: harmless to repeat. */
    <T> Mono<T> ask(String institution, Mono<T> call) {
        return guard(institution, "ask", call);
    }

    private <T> Mono<T> guard(String institution, String manner, Mono<T> call) {
        return call.transformDeferred(BulkheadOperator.of(bulkheads.bulkhead(institution)))
                .transformDeferred(TimeLimiterOperator.of(limiters.timeLimiter(institution)))
                .transformDeferred(CircuitBreakerOperator.of(breakers.circuitBreaker(institution)))
                .transformDeferred(RetryOperator.of(retries.retry(institution + "-" + manner, manner)));
    }
}
