package court.gateway.route;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import court.platform.model.Refused;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.BooleanSpec;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;

/**
 * Makes the table into routes. Ordinary routes have a time-out and a breaker per service; what takes work shares the
 * breaker but not the time-out; uploads, downloads and streams have neither, for they may rightly take long. Nothing is ever
 * sent twice.
 */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    /** Opens when half of the last twenty answers of a service failed to come, tries again after five seconds. */
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(5))
            .permittedNumberOfCallsInHalfOpenState(3)
            .maxWaitDurationInHalfOpenState(Duration.ofSeconds(30))
            .ignoreException(Refused.class::isInstance)
            .build();

    private final CircuitBreakerRegistry breakers;

    RouteConfiguration(ReactiveResilience4JCircuitBreakerFactory factory) {
        this.breakers = factory.getCircuitBreakerRegistry();
    }

    @Bean
    RouteLocator routes(RouteLocatorBuilder builder, Peers peers, RouteTimes times) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        for (EdgeRoute route : EdgeRoute.values()) {
            routes.route(route.name(), spec -> route(spec, route, peers, times));
        }
        return routes.build();
    }

    private Buildable<Route> route(PredicateSpec spec, EdgeRoute route, Peers peers, RouteTimes times) {
        BooleanSpec matched = spec.predicate(is(route));
        UriSpec limited = switch (route.kind()) {
            case ORDINARY ->
                matched.filters(filters -> filters.circuitBreaker(breaker -> breaker.setName(route.peer())))
                        .metadata(RESPONSE_TIMEOUT_ATTR, (int)
                                times.answerWithin().toMillis());
            case MAKING ->
                matched.filters(filters -> filters.filter(spared(route.peer()))).metadata(RESPONSE_TIMEOUT_ATTR, -1);
            case UPLOAD, CHECK, DOWNLOAD, STREAM, SOCKET -> matched.metadata(RESPONSE_TIMEOUT_ATTR, -1);
        };
        return limited.uri(peers.of(route.peer()));
    }

    /** The breaker of the ordinary routes to a service, without the time limiter that comes with theirs. */
    private GatewayFilter spared(String peer) {
        return (exchange, chain) -> chain.filter(exchange)
                .transformDeferred(CircuitBreakerOperator.of(breakers.circuitBreaker(peer, BREAKER)));
    }

    private static Predicate<ServerWebExchange> is(EdgeRoute route) {
        return exchange -> EdgeRoute.of(
                        exchange.getRequest().getMethod(),
                        exchange.getRequest().getPath().pathWithinApplication())
                .filter(route::equals)
                .isPresent();
    }

    /** The client would send a request again by itself when a kept connection turns out to be closed. */
    @Bean
    HttpClientCustomizer nothingTwice() {
        return client -> client.disableRetry(true);
    }

    /** A problem a service answers is an answer. The time limiter lies above the route's time-out, which is the one that speaks. */
    @Bean
    static Customizer<ReactiveResilience4JCircuitBreakerFactory> limits(RouteTimes times) {
        TimeLimiterConfig limiter = TimeLimiterConfig.custom()
                .timeoutDuration(times.answerWithin().plusSeconds(5))
                .build();
        return factory -> factory.configureDefault(name -> new Resilience4JConfigBuilder(name)
                .circuitBreakerConfig(BREAKER)
                .timeLimiterConfig(limiter)
                .build());
    }
}
