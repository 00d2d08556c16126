package court.deploy.acceptance;

import static court.deploy.acceptance.CourtCase.SOON;
import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.Platform.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.deploy.acceptance.Http.Sent;
import court.deploy.acceptance.Http.Upload;
import court.deploy.local.Part;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a judge does about property, and how the simulated institutions are told to behave. */
record Property(CourtCase room) {

    /** Says how an institution answers from now on; {@code times} requests long. */
    static void script(String institution, String behaviour, int times, Duration delay) {
        simulators("/script/institutions/" + institution, """
                {"behaviour":"%s","times":%d,"delayMillis":%d}""".formatted(behaviour, times, delay.toMillis()));
    }

    /** Puts money of this person on the books of an institution. */
    static void own(String institution, Person owner, String assetId, String kind, String amount) {
        simulators("/script/institutions/" + institution + "/assets", """
                {"owner":{"name":"%s","idType":"ID_CARD","idNumber":"%s"},"assetId":"%s","kind":"%s",
                 "description":"演示账户 %s","balance":"%s","available":"%s","priorFreezes":[]}""".formatted(
                        owner.name(), owner.idNumber(), assetId, kind, assetId, amount, amount));
    }

    private static void simulators(String path, String json) {
        URI address = LOCAL.address(Part.SIMULATORS).resolve(path);
        assertThat(HTTP.putAbsolute(address, json).status()).isBetween(200, 299);
    }

    /** Has the institutions asked about the respondent once more, and waits for the bank. */
    void askAgain() {
        HTTP.post(
                        room.judgeToken(),
                        room.path("/queries"),
                        "{\"respondentId\":\"%s\"}".formatted(room.partyId("RESPONDENT")))
                .ok();
        await("the bank's second answer")
                .atMost(SOON)
                .until(() -> requests().stream()
                        .anyMatch(it -> it.path("institution").asString().equals("bank")
                                && !it.path("assets").isEmpty()));
    }

    /** The first query by itself: waits until so many institutions have answered. */
    List<JsonNode> answered(int institutions) {
        await("answers of " + institutions + " institutions")
                .atMost(SOON)
                .until(() -> requests().stream()
                                .filter(it -> it.path("state").asString().equals("ANSWERED"))
                                .count()
                        >= institutions);
        return requests();
    }

    List<JsonNode> requests() {
        return Retrying.until(() -> HTTP.get(room.judgeToken(), room.path("/queries")))
                .ok()
                .json()
                .path("items")
                .valueStream()
                .flatMap(query -> query.path("items").valueStream())
                .toList();
    }

    /** Ruling and assistance notice with their seals. */
    String ruling(String limit) {
        return HTTP.upload(
                        Sent.of(room.judgeToken(), room.path("/rulings")),
                        Map.of(
                                "ruling",
                                new Upload("裁定书.pdf", Papers.demo("ruling.pdf"), Map.of()),
                                "notice",
                                new Upload("协助执行通知书.pdf", Papers.demo("notice.pdf"), Map.of())),
                        Map.of(
                                "number",
                                room.number() + "之一",
                                "respondentId",
                                room.partyId("RESPONDENT"),
                                "limit",
                                limit))
                .ok()
                .text("rulingId");
    }

    Answer freeze(String ruling, String institution, String assetId, String amount) {
        return HTTP.post(room.judgeToken(), room.path("/freezes"), """
                {"rulingId":"%s","institution":"%s","assetId":"%s","amount":"%s","months":12}""".formatted(ruling, institution, assetId, amount));
    }

    Answer release(String freezeId) {
        String version = find(freezeId).path("version").asString();
        return HTTP.post(
                Sent.of(room.judgeToken(), room.path("/freezes/" + freezeId + "/release"))
                        .seen("\"" + version + "\""),
                """
                {"reason":"被执行人已履行完毕"}""");
    }

    List<JsonNode> freezes() {
        return HTTP.get(room.judgeToken(), room.path("/freezes"))
                .ok()
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    JsonNode find(String freezeId) {
        return freezes().stream()
                .filter(it -> it.path("freezeId").asString().equals(freezeId))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until what was ordered has become this. */
    JsonNode freezeIs(String freezeId, String state) {
        await(freezeId + " is " + state)
                .atMost(SOON)
                .until(() -> find(freezeId).path("state").asString().equals(state));
        return find(freezeId);
    }
}
