package court.interaction.room;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.json.SealedJson;
import court.platform.support.TestJson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomStorageTest {

    private static final List<Room> STATES = List.of(
            RoomTest.opening().next(),
            RoomTest.led(),
            RoomTest.led().release("r1", "judge-1").next(),
            RoomTest.closed());

    @TempDir
    Path keys;

    private SealedJson json;

    @BeforeEach
    void keys() {
        json = TestJson.sealed(keys);
    }

    @Test
    void everyStateSurvivesStorage() {
        assertThat(STATES)
                .allSatisfy(room -> assertThat(
                                json.read(json.write(room, room.id(), "place"), Room.class, room.id(), "place"))
                        .isEqualTo(room));
    }

    @Test
    void noStateIsForgottenHere() {
        assertThat(STATES.stream().map(Object::getClass)).contains(Room.class.getPermittedSubclasses());
    }

    @Test
    void storedFormsKeepTheirNames() {
        String stored = json.write(RoomTest.led(), RoomTest.led().id(), "place");

        assertThat(stored)
                .contains("\"state\":\"Led\"", "\"caseNumber\":", "\"courtCode\":", "\"openedAt\":")
                .contains("\"judge\":{\"id\":\"judge-1\",\"name\":\"执行法官一\"}")
                .contains("\"claim\":{\"kind\":\"MONEY\",\"amount\":\"1000.00\"}")
                .contains("\"partyId\":\"r1\",\"role\":\"RESPONDENT\",\"name\":{\"sealed\":")
                .contains("\"personKeys\":[\"r1-key\"],\"inRoom\":false")
                .doesNotContain("被执行人甲");
    }

    @Test
    void aClosedRoomKeepsItsNames() {
        assertThat(json.write(RoomTest.closed(), RoomTest.closed().id(), "place"))
                .contains("\"state\":\"Closed\"", "\"ending\":{\"mode\":\"PERFORMED\",\"talkIds\":[\"t1\"]")
                .contains("\"claimed\":\"1000.00\",\"received\":\"1000.00\"")
                .contains("\"closedBy\":\"judge-1\",\"closedAt\":\"2026-03-02T01:00:00Z\"");
    }

    @Test
    void aRoomStoredBeforeClaimsWereKeptIsStillRead() {
        Room led = RoomTest.led();
        String stored = json.write(led, led.id(), "place")
                .replace("\"claim\":{\"kind\":\"MONEY\",\"amount\":\"1000.00\"},", "");

        Room read = json.read(stored, Room.class, led.id(), "place");

        assertThat(stored).doesNotContain("claim");
        assertThat(read.claim()).isNull();
        assertThat(read.parties()).isEqualTo(led.parties());
    }
}
