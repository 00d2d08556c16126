package court.archive.consistency;

import static court.archive.RunningArchive.APPLICANT;
import static court.archive.RunningArchive.ARCHIVE;
import static court.archive.RunningArchive.COURT;
import static court.archive.RunningArchive.sample;
import static org.assertj.core.api.Assertions.assertThat;

import court.archive.RunningArchive.Told;
import court.platform.model.Uuid7;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConsistencyIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant EARLIER = Instant.now().minusSeconds(600);

    private final UUID caseId = Uuid7.at(EARLIER);
    private final List<Told> filing = ARCHIVE.open(caseId);
    private final Told posted = ARCHIVE.speak(EARLIER, caseId, "interaction", 1, sample("MessagePosted"), APPLICANT);
    private final Told viewed = ARCHIVE.speak(EARLIER, caseId, "filing", 3, sample("ProtectedDataViewed"));

    @Test
    void equalSetsAreGreen() {
        peersKnow(viewed, posted);

        JsonNode result = check(ARCHIVE.judge());

        assertThat(result.get("equal").asBoolean()).as(result.toString()).isTrue();
        assertThat(result.get("sources").toString()).isEqualTo("""
                        [{"source":"asset","spoken":0,"entered":0,"leaves":0,"accesses":0,"accessLeaves":0},\
                        {"source":"dossier","spoken":0,"entered":0,"leaves":0,"accesses":0,"accessLeaves":0},\
                        {"source":"filing","spoken":2,"entered":2,"leaves":2,"accesses":1,"accessLeaves":1},\
                        {"source":"interaction","spoken":1,"entered":1,"leaves":1,"accesses":0,"accessLeaves":0}]""");
    }

    @Test
    void aDroppedLeafTurnsItRed() {
        peersKnow(viewed, posted);
        ARCHIVE.peers.leaves(caseId, rows(Stream.concat(filing.stream(), Stream.of(viewed))));

        JsonNode result = check(ARCHIVE.judge());

        assertThat(result.get("equal").asBoolean()).isFalse();
        assertThat(result.get("missingLeaves").toString()).isEqualTo("[\"" + posted.id() + "\"]");
    }

    @Test
    void aDroppedEntryTurnsItRed() {
        peersKnow(viewed, posted);
        ARCHIVE.execute("delete from entry where fact_id = '" + posted.id() + "'");

        JsonNode result = check(ARCHIVE.judge());

        assertThat(result.get("equal").asBoolean()).isFalse();
        assertThat(result.get("missingEntries").toString()).isEqualTo("[\"" + posted.id() + "\"]");
    }

    @Test
    void aChangedEntryIsFoundByReadingItAgain() {
        peersKnow(viewed, posted);
        ARCHIVE.execute("update entry set body = set_byte(body, 3, get_byte(body, 3) # 1) where fact_id = '"
                + posted.id() + "'");

        JsonNode result = check(ARCHIVE.judge());

        assertThat(result.get("equal").asBoolean()).isFalse();
        assertThat(result.get("damaged").toString()).isEqualTo("[\"" + posted.id() + "\"]");
    }

    @Test
    void anEntryChangedTogetherWithItsDigestIsFoundToo() {
        peersKnow(viewed, posted);
        ARCHIVE.execute("update entry set body = '{}', sha256 = encode(sha256('{}'), 'hex') where fact_id = '"
                + posted.id() + "'");

        assertThat(check(ARCHIVE.judge()).get("damaged").toString()).isEqualTo("[\"" + posted.id() + "\"]");
    }

    @Test
    void whoDoesNotAnswerIsNamed() {
        peersKnow(viewed, posted);
        ARCHIVE.peers.silent.add("interaction");

        String refusal = ARCHIVE.refusal(ARCHIVE.judge(), path(caseId), 503);
        ARCHIVE.peers.silent.remove("interaction");

        assertThat(refusal).contains("peer.silent", "互动服务（interaction）");
    }

    @Test
    void theServiceTokenIsKeptUntilItIsRefused() {
        peersKnow(viewed, posted);
        check(ARCHIVE.judge());
        int before = ARCHIVE.peers.issued.get();

        check(ARCHIVE.judge());
        assertThat(ARCHIVE.peers.issued).hasValue(before);
        ARCHIVE.peers.revoke();

        assertThat(check(ARCHIVE.judge()).get("equal").asBoolean()).isTrue();
        assertThat(ARCHIVE.peers.issued).hasValue(before + 1);
    }

    @Test
    void theCourtItsSupervisorsAndOperationsMayAskAndNobodyElse() {
        peersKnow(viewed, posted);
        String unknown = ARCHIVE.refusal(ARCHIVE.tokens.operations(), path(Uuid7.at(Instant.now())), 404);

        assertThat(check(ARCHIVE.tokens.operations()).get("equal").asBoolean()).isTrue();
        assertThat(check(ARCHIVE.tokens.staff("songjiang-supervisor", COURT, "SUPERVISOR"))
                        .get("equal")
                        .asBoolean())
                .isTrue();
        ARCHIVE.refusal(ARCHIVE.applicant(), path(caseId), 403);
        for (String stranger : List.of(
                ARCHIVE.tokens.party("stranger"),
                ARCHIVE.tokens.staff("pudong-supervisor", "沪0115", "SUPERVISOR"),
                ARCHIVE.tokens.staff("songjiang-judge-2", COURT, "ENFORCEMENT_JUDGE"))) {
            assertThat(ARCHIVE.refusal(stranger, path(caseId), 404)).isEqualTo(unknown);
        }
    }

    /** Every peer holds what it should. */
    private void peersKnow(Told access, Told message) {
        ARCHIVE.entered(3, caseId);
        ARCHIVE.peers.spoken("filing", caseId, rows(Stream.concat(filing.stream(), Stream.of(access))));
        ARCHIVE.peers.spoken("interaction", caseId, message.row());
        ARCHIVE.peers.leaves(caseId, rows(Stream.concat(filing.stream(), Stream.of(access, message))));
    }

    private static String[] rows(Stream<Told> facts) {
        return facts.map(Told::row).toArray(String[]::new);
    }

    private JsonNode check(String token) {
        return JSON.readTree(ARCHIVE.json(token, path(caseId)));
    }

    private static String path(UUID caseId) {
        return "/api/v1/cases/" + caseId + "/consistency";
    }
}
