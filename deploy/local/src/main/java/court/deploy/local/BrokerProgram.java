package court.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/** A real Kafka broker, alone: so each record is forced to the disk before it is acknowledged. */
final class BrokerProgram implements Program {

    private static final List<String> FLAGS = List.of("-Xms64m", "-Xmx256m");

    private final Place place;
    private final Path folder;
    private final Topics topics;

    BrokerProgram(Place place) {
        this.place = place;
        this.folder = place.data().resolve("kafka");
        this.topics = new Topics(place.ports().of(Part.BROKER));
    }

    @Override
    public ProcessBuilder command() throws IOException {
        Files.createDirectories(folder);
        Path settings = folder.resolve("broker.properties");
        Private.write(settings, settings());
        String classPath = new Programs(place).own();
        if (!Files.exists(folder.resolve("log/meta.properties"))) {
            format(classPath, settings);
        }
        return new ProcessBuilder(Java.command(FLAGS, classPath, "kafka.Kafka", settings.toString()));
    }

    private static void format(String classPath, Path settings) {
        Shell.runOrFail(Java.command(
                FLAGS,
                classPath,
                "kafka.tools.StorageTool",
                "format",
                "--standalone",
                "--ignore-formatted",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                settings.toString()));
    }

    @Override
    public boolean ready() {
        return Ports.answers(place.ports().of(Part.BROKER)) && topics.prepare();
    }

    private String settings() {
        String plain = "PLAINTEXT://127.0.0.1:" + place.ports().of(Part.BROKER);
        String controller = "127.0.0.1:" + place.ports().controller();
        Stream<String> own = Stream.of(
                "log.dirs=" + folder.resolve("log"),
                "listeners=" + plain + ",CONTROLLER://" + controller,
                "advertised.listeners=" + plain + ",CONTROLLER://" + controller,
                "controller.quorum.bootstrap.servers=" + controller);
        return Stream.concat(own, ALWAYS.stream()).collect(Collectors.joining("\n", "", "\n"));
    }

    private static final List<String> ALWAYS = List.of(
            "process.roles=broker,controller",
            "node.id=1",
            "controller.listener.names=CONTROLLER",
            "inter.broker.listener.name=PLAINTEXT",
            // nobody else holds a copy: on the disk before the acknowledgement
            "log.flush.interval.messages=1",
            // facts are kept without limit
            "log.retention.ms=-1",
            "log.retention.bytes=-1",
            "num.partitions=" + Topics.PARTITIONS,
            "auto.create.topics.enable=false",
            // a killed broker comes back after 3 s instead of 9
            "broker.session.timeout.ms=3000",
            "broker.heartbeat.interval.ms=1000",
            "default.replication.factor=1",
            "offsets.topic.replication.factor=1",
            "offsets.topic.num.partitions=6",
            "transaction.state.log.replication.factor=1",
            "transaction.state.log.min.isr=1",
            "transaction.state.log.num.partitions=2",
            "share.coordinator.state.topic.replication.factor=1",
            "share.coordinator.state.topic.min.isr=1",
            "group.initial.rebalance.delay.ms=0",
            "num.network.threads=2",
            "num.io.threads=4",
            "background.threads=2",
            "log.cleaner.dedupe.buffer.size=4194304");
}
