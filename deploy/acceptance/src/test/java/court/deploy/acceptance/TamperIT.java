package court.deploy.acceptance;

import static court.deploy.acceptance.CourtCase.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.deploy.local.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody with the keys to the machine room changes what is stored; the platform says so, and says what. */
class TamperIT {

    private static final Database LEDGER = new Database(Part.LEDGER);
    private static final Database ARCHIVE = new Database(Part.ARCHIVE);
    /** A fact of the last half minute may still be on its way. */
    private static final Duration OVERDUE = Duration.ofSeconds(45);

    @Test
    void aFlippedByteInAFileIsFoundAndNamed() throws IOException {
        CourtCase room = CourtCase.of(Filing.draft(Person.anybody("申请人甲"), Person.anybody("被执行人乙"))
                .attach(Papers.judgment())
                .attach(Papers.material("说明.txt", Papers.text("双方未履行 " + UUID.randomUUID())))
                .submit()
                .accept());
        room.settled();
        Path stored = room.blob(Papers.PNG);
        byte[] whole = Files.readAllBytes(stored);
        byte[] flipped = whole.clone();
        flipped[whole.length - 20] ^= 1;

        Files.write(stored, flipped);
        List<JsonNode> damaged = troubles(room);
        Files.write(stored, whole);

        assertThat(values(damaged, "kind")).containsExactly("FILE");
        assertThat(values(damaged, "result")).containsExactly("DAMAGED");
        assertThat(values(damaged, "id")).containsExactly(room.materialId("判决书.png"));
        assertThat(troubles(room)).isEmpty();
    }

    @Test
    void aChangedFactOnTheLedgerIsFoundAndNamed() {
        CourtCase room = CourtCase.open();
        room.settled();
        String fact = factOf(room, "CaseAccepted");

        assertThat(LEDGER.change(flip("received", fact))).isEqualTo(1);
        List<JsonNode> damaged = troubles(room);
        assertThat(LEDGER.change(flip("received", fact))).isEqualTo(1);

        assertThat(values(damaged, "id")).containsExactly(fact);
        assertThat(values(damaged, "result")).containsExactly("DAMAGED");
        assertThat(troubles(room)).isEmpty();
    }

    @Test
    void aChangedDossierEntryIsFoundAndNamed() {
        CourtCase room = CourtCase.open();
        room.settled();
        String fact = factOf(room, "CaseAccepted");

        assertThat(ARCHIVE.change(flip("entry", fact))).isEqualTo(1);
        JsonNode compared = room.consistency();
        assertThat(ARCHIVE.change(flip("entry", fact))).isEqualTo(1);

        assertThat(compared.path("equal").asBoolean()).isFalse();
        assertThat(texts(compared, "damaged")).containsExactly(fact);
        assertThat(room.consistency().path("equal").asBoolean()).isTrue();
    }

    @Test
    void aDroppedEntryAndADroppedLeafTurnTheComparisonRed() {
        CourtCase room = CourtCase.open();
        room.settled();
        String entry = factOf(room, "FilingSubmitted");
        String leaf = factOf(room, "RoomOpened");

        drop(ARCHIVE, "entry", entry);
        drop(LEDGER, "received", leaf);
        await().atMost(OVERDUE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> room.consistency().path("pending").asInt() == 0);
        JsonNode red = room.consistency();
        bringBack(ARCHIVE, "entry");
        bringBack(LEDGER, "received");

        assertThat(red.path("equal").asBoolean()).isFalse();
        assertThat(texts(red, "missingEntries")).containsExactly(entry);
        assertThat(texts(red, "missingLeaves")).containsExactly(leaf);
        assertThat(room.consistency().path("equal").asBoolean()).isTrue();
    }

    private static List<JsonNode> troubles(CourtCase room) {
        return room.verified(room.judgeToken()).stream()
                .filter(it -> !it.path("result").asString().equals("INTACT"))
                .toList();
    }

    private static String factOf(CourtCase room, String type) {
        return room.timeline(room.judgeToken()).stream()
                .filter(it -> it.path("type").asString().equals(type))
                .map(it -> it.path("factId").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String flip(String table, String fact) {
        return "update %s set body = set_bit(body, 80, 1 - get_bit(body, 80)) where fact_id = '%s'"
                .formatted(table, fact);
    }

    private static void drop(Database database, String table, String fact) {
        database.change("create table kept as select * from %s where fact_id = '%s'".formatted(table, fact));
        assertThat(database.change("delete from %s where fact_id = '%s'".formatted(table, fact)))
                .isEqualTo(1);
    }

    private static void bringBack(Database database, String table) {
        String columns = database.ask("select string_agg(column_name, ', ') from information_schema.columns"
                        + " where table_schema = current_schema and is_generated = 'NEVER' and table_name = '" + table
                        + "'")
                .getFirst();
        database.change(
                "insert into %1$s (%2$s) overriding system value select %2$s from kept".formatted(table, columns));
        database.change("drop table kept");
    }

    private static List<String> texts(JsonNode node, String field) {
        return node.path(field).valueStream().map(JsonNode::asString).toList();
    }
}
