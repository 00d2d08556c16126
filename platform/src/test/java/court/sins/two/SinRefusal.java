package court.sins.two;

import reactor.core.publisher.Mono;

/** A rule of law that knows a framework. */
public record SinRefusal(Mono<String> reason) {}
