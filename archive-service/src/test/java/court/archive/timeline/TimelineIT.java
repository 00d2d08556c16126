package court.archive.timeline;

import static court.archive.RunningArchive.APPLICANT;
import static court.archive.RunningArchive.ARCHIVE;
import static court.archive.RunningArchive.sample;
import static org.assertj.core.api.Assertions.assertThat;

import court.archive.RunningArchive.Told;
import court.platform.model.Uuid7;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TimelineIT {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void theCourtSeesAllSourcesInOneOrder() {
        UUID caseId = ARCHIVE.openCase();
        Instant later = Instant.now().plusSeconds(60);
        Told third = ARCHIVE.speak(later, caseId, "interaction", 1, sample("RoomOpened"), APPLICANT);
        Told second = ARCHIVE.speak(later, caseId, "filing", 4, sample("CaseAccepted"));
        Told first = ARCHIVE.speak(later, caseId, "filing", 3, sample("CorrectionRequired"), APPLICANT);
        Told fourth = ARCHIVE.speak(later.plusNanos(1000), caseId, "filing", 5, sample("JudgeAssigned"));
        ARCHIVE.entered(6, caseId);

        JsonNode page = timeline(ARCHIVE.judge(), caseId, "");

        assertThat(ids(page).subList(2, 6)).containsExactly(first.id(), second.id(), third.id(), fourth.id());
        JsonNode item = page.get("items").get(2);
        assertThat(item.get("title").asString()).isEqualTo("通知补正");
        assertThat(item.get("source").asString()).isEqualTo("filing");
        assertThat(item.get("sequence").asLong()).isEqualTo(3);
        assertThat(item.get("actorKind").asString()).isEqualTo("STAFF");
        assertThat(item.get("files").asInt()).isEqualTo(1);
        assertThat(item.hasNonNull("receivedAt")).isTrue();
    }

    @Test
    void aPartySeesOnlyWhatWasToldToIt() {
        UUID caseId = ARCHIVE.openCase();
        Told mine = ARCHIVE.speak(caseId, "interaction", 1, "MessagePosted", "somebody-else", APPLICANT);
        Told theirs = ARCHIVE.speak(caseId, "interaction", 2, "MessagePosted", "somebody-else");
        ARCHIVE.entered(4, caseId);

        String seen = ARCHIVE.json(ARCHIVE.applicant(), path(caseId, "?limit=2"));

        assertThat(ids(JSON.readTree(seen))).hasSize(2).contains(mine.id());
        assertThat(seen).doesNotContain(theirs.id().toString());
        assertThat(JSON.readTree(seen).hasNonNull("nextCursor")).isFalse();
    }

    @Test
    void pagesJoinWithoutGapOrDouble() {
        UUID caseId = ARCHIVE.openCase();
        Instant sameTime = Instant.now();
        for (int i = 1; i <= 5; i++) {
            ARCHIVE.speak(sameTime, caseId, "interaction", i, sample("MessagePosted"), APPLICANT);
        }
        ARCHIVE.entered(7, caseId);

        List<UUID> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = timeline(ARCHIVE.judge(), caseId, "?limit=2" + cursor);
            paged.addAll(ids(page));
            cursor = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(paged).hasSize(7).isEqualTo(ids(timeline(ARCHIVE.judge(), caseId, "")));
    }

    @Test
    void aForeignCaseLooksLikeNone() {
        UUID caseId = ARCHIVE.openCase();
        String unknown = ARCHIVE.refusal(ARCHIVE.judge(), path(Uuid7.at(Instant.now()), ""), 404);

        assertThat(ARCHIVE.refusal(ARCHIVE.tokens.party("stranger"), path(caseId, ""), 404))
                .isEqualTo(unknown);
        assertThat(ARCHIVE.refusal(
                        ARCHIVE.tokens.staff("pudong-judge-1", "沪0115", "ENFORCEMENT_JUDGE"), path(caseId, ""), 404))
                .isEqualTo(unknown);
    }

    @Test
    void badInputIsAProblem() {
        UUID caseId = ARCHIVE.openCase();

        assertThat(ARCHIVE.refusal(ARCHIVE.judge(), path(caseId, "?cursor=nonsense"), 400))
                .contains("edge.cursor_unreadable");
        ARCHIVE.refusal(ARCHIVE.judge(), path(caseId, "?limit=many"), 400);
        ARCHIVE.refusal(ARCHIVE.judge(), "/api/v1/cases/no-id/timeline", 400);
        ARCHIVE.refusal("no token", path(caseId, ""), 401);
    }

    @Test
    void eachActSaysWhetherItIsOnTheLedgerAsLongAsTheLedgerAnswers() {
        UUID caseId = ARCHIVE.openCase();
        Told told = ARCHIVE.speak(caseId, "interaction", 1, "RoomOpened", APPLICANT);
        ARCHIVE.entered(3, caseId);
        ARCHIVE.peers.leaves(caseId, told.row());

        JsonNode items = timeline(ARCHIVE.judge(), caseId, "").get("items");
        ARCHIVE.peers.silent.add("ledger");
        JsonNode without = timeline(ARCHIVE.judge(), caseId, "").get("items");
        ARCHIVE.peers.silent.remove("ledger");

        assertThat(items.get(1).get("ledger").asString()).isEqualTo("PENDING");
        assertThat(items.get(2).get("ledger").asString()).isEqualTo("ENTERED");
        assertThat(without).hasSize(3);
        assertThat(without.get(2).has("ledger")).isFalse();
    }

    private static JsonNode timeline(String token, UUID caseId, String query) {
        return JSON.readTree(ARCHIVE.json(token, path(caseId, query)));
    }

    private static String path(UUID caseId, String query) {
        return "/api/v1/cases/" + caseId + "/timeline" + query;
    }

    private static List<UUID> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(it -> UUID.fromString(it.get("factId").asString()))
                .toList();
    }
}
