package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.Platform.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.deploy.acceptance.Http.Sent;
import court.deploy.acceptance.Http.Upload;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An accepted case with its people. */
record CourtCase(String id, String number, String judge, Person applicant, Person respondent) {

    /** Much longer than it takes: slow machines, and services that just came back. */
    static final Duration SOON = Duration.ofSeconds(30);

    private static final Map<String, String> JUDGES =
            Map.of("松江执行法官一", "songjiang-judge-1", "松江执行法官二", "songjiang-judge-2");

    /** A new case of new people, its room open. */
    static CourtCase open() {
        return of(Filing.submitted(Person.anybody("申请人甲"), Person.anybody("被执行人乙"))
                .accept());
    }

    static CourtCase of(Filing accepted) {
        Answer answer = accepted.last();
        CourtCase made = new CourtCase(
                accepted.id(),
                answer.text("caseNumber"),
                JUDGES.get(answer.text("judgeName")),
                accepted.applicant(),
                accepted.respondent());
        made.awaitEverywhere();
        return made;
    }

    /** Each service learns of a case by itself. */
    private void awaitEverywhere() {
        for (String part : List.of("/room", "/leaves", "/timeline")) {
            await(part)
                    .atMost(SOON)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> HTTP.get(judgeToken(), path(part)).isOk()
                            && HTTP.get(applicant.token(), path(part)).isOk());
        }
    }

    String path(String rest) {
        return "/api/v1/cases/" + id + rest;
    }

    /** The last part of the case number: they are given one after the other. */
    long serial() {
        return Long.parseLong(number.replaceAll(".*执(\\d+)号", "$1"));
    }

    String judgeToken() {
        return token(judge);
    }

    String partyId(String role) {
        JsonNode members = HTTP.get(judgeToken(), path("/room")).ok().json().path("members");
        return members.valueStream()
                .filter(it -> it.path("role").asString().equals(role))
                .map(it -> it.path("memberId").asString())
                .findFirst()
                .orElseThrow();
    }

    Answer say(String token, String text) {
        return HTTP.post(token, path("/messages"), "{\"text\":\"%s\"}".formatted(text));
    }

    /** To these parties and the court; {@code COURT} for the court alone. */
    Answer sayTo(String token, String text, String audience) {
        return HTTP.post(token, path("/messages"), """
                {"text":"%s","audience":["%s"]}""".formatted(text, audience));
    }

    Answer send(String token, Upload upload) {
        return HTTP.upload(Sent.of(token, path("/files")), upload);
    }

    Answer release() {
        String version = HTTP.get(judgeToken(), path("/room")).ok().etag();
        return HTTP.post(
                Sent.of(judgeToken(), path("/respondents/" + partyId("RESPONDENT") + "/release"))
                        .seen(version),
                "");
    }

    /** Where a file of this case lies, by its content. */
    Path blob(byte[] content) {
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            return Platform.DATA.resolve("blobs").resolve("case").resolve(id).resolve(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id of a document of the filing. */
    String materialId(String name) {
        return HTTP.get(applicant.token(), "/api/v1/filings/" + id)
                .ok()
                .json()
                .path("materials")
                .valueStream()
                .filter(it -> it.path("name").asString().equals(name))
                .map(it -> it.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** What was said. */
    List<JsonNode> messages(String token) {
        return stream(token).stream().filter(it -> it.has("messageId")).toList();
    }

    /** Everything in the reader's stream: what was said, and cards. */
    List<JsonNode> stream(String token) {
        return all(token, path("/messages"), "after");
    }

    List<JsonNode> timeline(String token) {
        return all(token, path("/timeline"), "cursor");
    }

    List<JsonNode> leaves(String token) {
        return all(token, path("/leaves"), "cursor");
    }

    List<JsonNode> verified(String token) {
        return all(token, path("/verification"), "cursor");
    }

    JsonNode entry(String factId) {
        return HTTP.get(judgeToken(), path("/entries/" + factId)).ok().json();
    }

    JsonNode consistency() {
        return Retrying.until(() -> HTTP.get(judgeToken(), path("/consistency")))
                .ok()
                .json();
    }

    /** Waits a while for everything to arrive everywhere, and gives what is then told. */
    JsonNode settled() {
        long begun = System.nanoTime();
        JsonNode told = consistency();
        while (!(told.path("equal").asBoolean() && told.path("pending").asInt() == 0)
                && System.nanoTime() - begun < SOON.toNanos()) {
            Retrying.pause(100);
            told = consistency();
        }
        assertThat(told.path("pending").asInt()).as("what still pends").isZero();
        return told;
    }

    /** All pages of a list. */
    static List<JsonNode> all(String token, String path, String cursor) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            String from = path + (path.contains("?") ? "&" : "?") + "limit=100"
                    + (next.isEmpty() ? "" : "&" + cursor + "=" + next);
            JsonNode page = Retrying.until(() -> HTTP.get(token, from)).ok().json();
            page.path("items").forEach(items::add);
            next = page.path("nextCursor").asString("");
        } while (!next.isEmpty());
        return items;
    }

    static List<String> values(List<JsonNode> items, String field) {
        return items.stream().map(it -> it.path(field).asString()).toList();
    }
}
