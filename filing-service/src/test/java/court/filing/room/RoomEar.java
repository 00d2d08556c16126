package court.filing.room;

import court.platform.inbox.Inbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Lets one service hear what a room tells. Not by the broker: services of one test run with databases of their own are one
 * group of listeners, and another would hear it.
 */
public final class RoomEar {

    private RoomEar() {}

    public static void hear(Inbox.Handler listener, ProducerRecord<String, String> fact) {
        var heard = new ConsumerRecord<>(
                fact.topic(), 0, 0, fact.key(), fact.value().getBytes(StandardCharsets.UTF_8));
        fact.headers().forEach(heard.headers()::add);
        hear(listener, heard);
    }

    public static void hear(Inbox.Handler listener, ConsumerRecord<String, byte[]> fact) {
        ((RoomListener) listener).on(List.of(fact));
    }
}
