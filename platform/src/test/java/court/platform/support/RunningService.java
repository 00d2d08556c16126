package court.platform.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** A service started for a test the way it is started for people: on a free port, with a real database and broker. */
public final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it; {@code folder} holds its keys and blobs. */
    public static RunningService start(
            Class<?> application,
            RealPostgres.Database database,
            TestTokens tokens,
            Path folder,
            Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(database.properties());
        properties.putAll(tokens.properties());
        properties.put("server.port", "0");
        properties.put("management.server.port", "0");
        properties.put("spring.kafka.bootstrap-servers", RealBroker.address());
        properties.put("court.data.keys", folder.resolve("keys").toString());
        properties.put("court.data.blobs", folder.resolve("blobs").toString());
        properties.putAll(more);
        return new RunningService(new SpringApplicationBuilder(application)
                .web(WebApplicationType.REACTIVE)
                .initializers(RunningService::withItsOwnThreads)
                // at the end of a run broker and database go at once: a service that then closes waits for them in vain
                .registerShutdownHook(false)
                .properties(properties)
                .run(properties.entrySet().stream()
                        .map(it -> "--" + it.getKey() + "=" + it.getValue())
                        .toArray(String[]::new)));
    }

    /** Several services run in one test process: the end of one must not take the others' event loops away. */
    private static void withItsOwnThreads(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context)
                .registerBean(
                        "threadsOfItsOwn",
                        ReactorResourceFactory.class,
                        RunningService::threads,
                        definition -> definition.setPrimary(true));
    }

    private static ReactorResourceFactory threads() {
        ReactorResourceFactory threads = new ReactorResourceFactory();
        threads.setUseGlobalResources(false);
        return threads;
    }

    public static Path folder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), name)
                    .toAbsolutePath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String address() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
    }
}
