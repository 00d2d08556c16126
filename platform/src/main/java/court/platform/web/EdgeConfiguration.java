package court.platform.web;

import com.fasterxml.jackson.annotation.Nulls;
import court.platform.inbox.Inbox;
import court.platform.outbox.Outbox;
import court.platform.outbox.TraceText;
import court.platform.outbox.WriteUnit;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The edge of every service: strict JSON in, commands, problems out. */
@AutoConfiguration
public class EdgeConfiguration {

    private static final int LARGEST_PIECE = 64 * 1024;

    /** Strict about what comes in: unknown fields, wrong kinds, double keys, nothings in lists and unusable text are refused. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return mapper -> mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .addModule(new SimpleModule().addDeserializer(String.class, new EdgeText()));
    }

    /**
     * Uploads are handed on in pieces as large as they are read, not of 8 KB: each walks through all operators. Netty's next
     * version cuts nothing either. What is set here replaces all that was set of the decoder before, so the line stands here too.
     */
    @Bean
    @SuppressWarnings("deprecation")
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> largePieces(
            @Value("${server.netty.max-initial-line-length:16KB}") DataSize line) {
        return factory -> factory.addServerCustomizers(server -> server.httpRequestDecoder(
                it -> it.maxInitialLineLength((int) line.toBytes()).maxChunkSize(LARGEST_PIECE)));
    }

    @Bean
    ProblemHandler problemHandler(TraceText trace, JsonMapper json) {
        return new ProblemHandler(trace, json);
    }

    @Bean
    BodyDigestFilter bodyDigestFilter() {
        return new BodyDigestFilter();
    }

    @Bean
    Commands commands(DatabaseClient database, JsonMapper json) {
        return new Commands(database, json);
    }

    @Bean
    @ConditionalOnProperty("court.source")
    Views views(DatabaseClient database, WriteUnit unit, Outbox outbox, Clock clock) {
        return new Views(database, unit, outbox, clock);
    }

    @Bean
    @ConditionalOnProperty("court.source")
    ActsController actsController(Outbox outbox) {
        return new ActsController(outbox);
    }

    @Bean
    @ConditionalOnProperty("court.source")
    ParkedController parkedController(Inbox inbox, ObjectProvider<Inbox.Handler> handler) {
        return new ParkedController(inbox, handler);
    }

    @Bean
    VersionedResultHandler versionedResultHandler(ServerCodecConfigurer codecs, RequestedContentTypeResolver types) {
        return new VersionedResultHandler(codecs, types);
    }

    @Bean
    WebFluxConfigurer callerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArguments());
            }
        };
    }
}
