package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.deploy.local.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The broker delivers everything from the beginning once more. */
class ReplayIT {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            LEDGER      | ledger,ledger-members                | leaf,received,file,mention,node
            ARCHIVE     | archive,dossier-members,archive-seal | entry,access_register,sealed_package,outbox
            INTERACTION | interaction                          | room,message,stream,outbox
            ASSET       | asset                                | matter,request,outbox
            """)
    void aReplayDoublesNothing(Part part, String groups, String tables) throws Exception {
        CourtCase room = CourtCase.open();
        IntStream.rangeClosed(1, 5)
                .forEach(i -> room.say(room.applicant().token(), "第" + i + "条").ok());
        new Property(room).answered(5);
        room.settled();
        Database database = new Database(part);
        List<Long> before = counts(database, tables);

        LOCAL.stop(part);
        for (String group : groups.split(",")) {
            rewind(group);
        }
        LOCAL.start(part);
        for (String group : groups.split(",")) {
            await(group)
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> lag(group) == 0);
        }

        assertThat(counts(database, tables)).isEqualTo(before);
        assertThat(room.settled().path("equal").asBoolean()).isTrue();
        assertThat(room.messages(room.judgeToken())).hasSize(5);
    }

    private static List<Long> counts(Database database, String tables) {
        return List.of(tables.split(",")).stream().map(database::count).toList();
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
