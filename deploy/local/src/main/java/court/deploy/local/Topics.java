package court.deploy.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;

/** The topics on which services speak their facts. */
final class Topics {

    static final int PARTITIONS = 12;
    static final List<String> SPOKEN =
            List.of("court.filing.v1", "court.interaction.v1", "court.asset.v1", "court.dossier.v1");

    private static final int PATIENCE_MILLIS = 3_000;
    private static final short ONE_COPY = 1;

    private final Map<String, Object> connection;

    Topics(int port) {
        this.connection = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    }

    /** Makes the missing topics; true when each partition has a leader, which is when records can be written. */
    boolean prepare() {
        try (Admin admin = Admin.create(connection)) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = SPOKEN.stream()
                    .filter(name -> !there.contains(name))
                    .map(name -> new NewTopic(name, PARTITIONS, ONE_COPY))
                    .toList();
            admin.createTopics(missing).all().get();
            return admin.describeTopics(SPOKEN).allTopicNames().get().values().stream()
                    .allMatch(Topics::isLed);
        } catch (ExecutionException notYet) {
            return false; // the controller lets a killed broker in again only when its old session has expired
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isLed(TopicDescription topic) {
        return topic.partitions().stream().map(TopicPartitionInfo::leader).allMatch(it -> it != null && !it.isEmpty());
    }
}
