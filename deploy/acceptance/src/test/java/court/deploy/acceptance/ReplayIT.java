package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.deploy.local.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The broker delivers everything from the beginning once more, to every service that listens. */
@Isolated("services stop")
class ReplayIT {

    /** What a service listens as, and where it writes what it heard. */
    private static final Map<Part, List<String>> GROUPS = Map.of(
            Part.LEDGER, List.of("ledger", "ledger-members"),
            Part.ARCHIVE, List.of("archive", "dossier-members", "archive-seal"),
            Part.INTERACTION, List.of("interaction"),
            Part.ASSET, List.of("asset"));

    private static final Map<Part, List<String>> TABLES = Map.of(
            Part.LEDGER, List.of("leaf", "received", "file", "mention", "node"),
            Part.ARCHIVE, List.of("entry", "access_register", "sealed_package", "outbox"),
            Part.INTERACTION, List.of("room", "message", "stream", "outbox"),
            Part.ASSET, List.of("matter", "request", "outbox"));

    private static CourtCase room;
    private static Map<Part, List<Long>> before;

    @BeforeAll
    static void everythingIsToldAgain() throws Exception {
        room = CourtCase.open();
        IntStream.rangeClosed(1, 5)
                .forEach(i -> room.say(room.applicant().token(), "第" + i + "条").ok());
        new Property(room).answered(5);
        room.settled();
        before = GROUPS.keySet().stream().collect(Collectors.toMap(it -> it, ReplayIT::counts));

        together(LOCAL::stop);
        for (String group : groups()) {
            rewind(group);
        }
        together(LOCAL::start);
        for (String group : groups()) {
            await(group)
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> lag(group) == 0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LEDGER", "ARCHIVE", "INTERACTION", "ASSET"})
    void aReplayDoublesNothing(Part part) {
        assertThat(counts(part)).isEqualTo(before.get(part));
    }

    @Test
    void theCaseIsStillOneWhole() {
        assertThat(room.settled().path("equal").asBoolean()).isTrue();
        assertThat(room.messages(room.judgeToken())).hasSize(5);
    }

    private static void together(Consumer<Part> step) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(GROUPS.keySet().stream()
                            .map(part -> Executors.callable(() -> step.accept(part)))
                            .toList())
                    .forEach(Future::resultNow);
        }
    }

    private static List<String> groups() {
        return GROUPS.values().stream().flatMap(List::stream).toList();
    }

    private static List<Long> counts(Part part) {
        return TABLES.get(part).stream().map(new Database(part)::count).toList();
    }

    private static void rewind(String group) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetAndMetadata> committed = committed(admin, group);
            assertThat(committed).as(group).isNotEmpty();
            Map<TopicPartition, OffsetAndMetadata> beginning =
                    committed.keySet().stream().collect(Collectors.toMap(it -> it, it -> new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(group, beginning).all().get();
            assertThat(lag(group)).isPositive();
        }
    }

    /** How many facts the group has still to hear. */
    private static long lag(String group) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetAndMetadata> committed = committed(admin, group);
            var ends = admin.listOffsets(
                            committed.keySet().stream().collect(Collectors.toMap(it -> it, it -> OffsetSpec.latest())))
                    .all()
                    .get();
            return committed.entrySet().stream()
                    .mapToLong(
                            it -> ends.get(it.getKey()).offset() - it.getValue().offset())
                    .sum();
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + LOCAL.port(Part.BROKER)));
    }
}
