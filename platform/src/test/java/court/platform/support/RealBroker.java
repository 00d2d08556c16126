package court.platform.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real KRaft broker in a process of its own, one per test run, stopped with it. */
public final class RealBroker {

    private RealBroker() {}

    private static final class Server {
        static final RealBroker.Running RUNNING = start();

        private static Running start() {
            try {
                Path folder = Path.of("target", "kafka-" + UUID.randomUUID()).toAbsolutePath();
                return RealBroker.start(Files.createDirectories(folder));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Address for clients, {@code host:port}. */
    public static String address() {
        return "127.0.0.1:" + Server.RUNNING.port;
    }

    /** Makes topics of 12 partitions unless they are there. */
    public static void topics(String... names) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            for (String name : names) {
                if (!admin.listTopics().names().get(30, TimeUnit.SECONDS).contains(name)) {
                    admin.createTopics(List.of(new NewTopic(name, 12, (short) 1)))
                            .all()
                            .get(30, TimeUnit.SECONDS);
                }
            }
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static final class Running {
        private final int port;

        Running(Path folder, int port, int controller) throws IOException {
            this.port = port;
            Path config = folder.resolve("server.properties");
            Files.writeString(config, """
                    process.roles=broker,controller
                    node.id=1
                    controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                    controller.listener.names=CONTROLLER
                    log.dirs=%3$s
                    offsets.topic.replication.factor=1
                    offsets.topic.num.partitions=3
                    transaction.state.log.replication.factor=1
                    transaction.state.log.min.isr=1
                    group.initial.rebalance.delay.ms=0
                    auto.create.topics.enable=false
                    log.flush.interval.messages=1
                    broker.session.timeout.ms=3000
                    """.formatted(port, controller, folder.resolve("logs")));
            run(
                    folder,
                    "kafka.tools.StorageTool",
                    "format",
                    "--standalone",
                    "-t",
                    "dGVzdC1jbHVzdGVyLWlkMQ",
                    "-c",
                    config.toString());
            Process broker = process(folder, "kafka.Kafka", config.toString());
            Runtime.getRuntime().addShutdownHook(new Thread(broker::destroyForcibly));
            ready();
        }

        private static void run(Path folder, String main, String... arguments) throws IOException {
            try {
                if (process(folder, main, arguments).waitFor() != 0) {
                    throw new IllegalStateException(Files.readString(folder.resolve("broker.log")));
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        private static Process process(Path folder, String main, String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
                    main));
            command.addAll(List.of(arguments));
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("broker.log").toFile()))
                    .start();
        }

        private void ready() {
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (true) {
                try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
                    admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
                    return;
                } catch (ExecutionException | TimeoutException notYet) {
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException("the broker did not come up", notYet);
                    }
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(interrupted);
                }
            }
        }
    }

    /** Both ports are held until both are known: asked for one after the other they may be the same. */
    private static Running start(Path folder) throws IOException {
        int port;
        int controller;
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = one.getLocalPort();
            controller = other.getLocalPort();
        }
        return new Running(folder, port, controller);
    }
}
