package court.deploy.acceptance;

import static court.deploy.acceptance.CourtCase.SOON;
import static court.deploy.acceptance.CourtCase.values;
import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.Platform.LOCAL;
import static court.deploy.acceptance.Platform.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.deploy.acceptance.Http.Sent;
import court.deploy.acceptance.Http.Upload;
import court.deploy.local.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** Personal data is where it must be and nowhere else; people see what is theirs and no more. */
@Isolated("looks through every table and file")
class PrivacyIT {

    private static final List<Part> SERVICES =
            List.of(Part.FILING, Part.INTERACTION, Part.LEDGER, Part.ARCHIVE, Part.GATEWAY);

    @Test
    void aPlantedNumberPhoneAndWordAreNowhereInTheClear() {
        Person planted = Person.anybody("金丝雀" + UUID.randomUUID());
        String words = "canary-" + UUID.randomUUID();
        byte[] paper = Papers.text("说明 " + words);
        CourtCase room = CourtCase.of(Filing.draft(planted, Person.anybody("被执行人乙"))
                .attach(Papers.judgment())
                .attach(new Upload(words + ".txt", paper, Map.of("kind", "其他")))
                .submit()
                .accept());
        room.say(planted.token(), words).ok();
        room.send(planted.token(), new Upload("附件.txt", paper, Map.of("text", words)))
                .ok();
        List<Answer> errors = mistakes(room, planted, words);
        room.settled();
        List<String> needles = List.of(planted.idNumber(), planted.phone(), planted.name(), words);

        assertThat(errors).allMatch(answer -> answer.status() >= 400);
        for (String needle : needles) {
            assertThat(errors).noneMatch(answer -> answer.body().contains(needle));
        }
        assertThat(Search.inTables(needles)).isEmpty();
        assertThat(Search.inFiles(needles)).isEmpty();
        for (Part service : SERVICES) {
            String metrics = HTTP.getAbsolute(LOCAL.managementAddress(service).resolve("/actuator/prometheus"), "")
                    .ok()
                    .body();
            assertThat(metrics).contains("jvm_memory").doesNotContain(needles);
        }
        // the search does find what lies open
        assertThat(Search.inTables(List.of(room.id()))).hasSizeGreaterThan(5);
        assertThat(Search.inFiles(List.of(room.id()))).anyMatch(it -> it.contains("kafka"));
    }

    /** Requests that fail with the planted values in them. */
    private static List<Answer> mistakes(CourtCase room, Person planted, String words) {
        String form = Filing.form(planted, planted);
        return List.of(
                handedIn(planted, form.replace("MONEY", words)),
                HTTP.post(
                        planted.token(),
                        "/api/v1/filings",
                        form.replace("\"claim\":{", "\"claim\":{\"colour\":\"" + words + "\",")),
                HTTP.post(planted.token(), "/api/v1/filings", form.substring(0, form.length() - 3)),
                room.sayTo(planted.token(), words, words),
                HTTP.get(planted.token(), "/api/v1/filings?cursor=" + planted.idNumber()),
                HTTP.get(planted.token(), "/api/v1/cases/" + planted.idNumber() + "/room"),
                HTTP.get("", "/api/v1/ledger/files/" + planted.idNumber()));
    }

    /** A draft keeps what is wrong; it is refused when it is handed in. */
    private static Answer handedIn(Person planted, String form) {
        Answer draft = HTTP.post(planted.token(), "/api/v1/filings", form).ok();
        Sent submission = Sent.of(planted.token(), "/api/v1/filings/" + draft.text("id") + "/submission");
        return HTTP.post(submission.seen(draft.etag()), "");
    }

    @Test
    void aRespondentsWholeViewIsWhatWasAddressedToThem() {
        CourtCase room = CourtCase.open();
        String applicant = room.applicant().token();
        room.say(applicant, "放人之前").ok();
        room.send(applicant, new Upload("线索.txt", Papers.text("线索"), Map.of())).ok();
        room.release().ok();
        String party = room.partyId("RESPONDENT");
        room.sayTo(room.judgeToken(), "给被执行人", party).ok();
        room.sayTo(applicant, "只给法院", "COURT").ok();
        room.send(room.judgeToken(), new Upload("通知.txt", Papers.text("通知"), Map.of("audience", party)))
                .ok();
        String respondent = room.respondent().token();
        await().atMost(SOON)
                .until(() -> HTTP.get(respondent, room.path("/leaves")).isOk()
                        && HTTP.get(respondent, room.path("/timeline")).isOk()
                        && room.messages(respondent).size() == 2
                        && room.stream(respondent).size() == 3);
        room.settled();

        List<String> addressed = room.timeline(room.judgeToken()).stream()
                .map(it -> it.path("factId").asString())
                .filter(fact -> room.entry(fact)
                        .path("audience")
                        .valueStream()
                        .anyMatch(it -> it.asString().equals(party)))
                .toList();
        assertThat(addressed).hasSizeBetween(2, 5);
        assertThat(values(room.timeline(respondent), "factId")).isEqualTo(addressed);
        assertThat(values(room.messages(respondent), "text")).containsExactly("给被执行人", "");
        assertThat(kinds(room.leaves(respondent), "FILE", false)).containsExactlyInAnyOrderElementsOf(addressed);
        assertThat(kinds(room.verified(respondent), "FILE", false)).containsExactlyInAnyOrderElementsOf(addressed);
        assertThat(kinds(room.leaves(respondent), "FILE", true)).hasSize(1);
        assertThat(followed(room, respondent)).isEqualTo(room.stream(respondent));
        for (JsonNode message : room.messages(room.judgeToken())) {
            String file = message.at("/file/id").asString("");
            if (!file.isEmpty()) {
                boolean theirs = message.path("audience").toString().contains(party);
                assertThat(HTTP.get(respondent, room.path("/files/" + file + "/content"))
                                .status())
                        .isEqualTo(theirs ? 200 : 404);
            }
        }
        for (JsonNode act : room.timeline(room.judgeToken())) {
            String fact = act.path("factId").asString();
            assertThat(HTTP.get(respondent, room.path("/entries/" + fact)).status())
                    .isEqualTo(addressed.contains(fact) ? 200 : 404);
        }
        assertThat(HTTP.get(respondent, "/api/v1/filings/" + room.id()).status())
                .isEqualTo(404);
        assertThat(HTTP.get(respondent, room.path("/consistency")).status()).isIn(403, 404);
        assertThat(HTTP.get(respondent, room.path("/accesses")).status()).isIn(403, 404);
    }

    private static List<String> kinds(List<JsonNode> items, String kind, boolean is) {
        return values(
                items.stream()
                        .filter(it -> it.path("kind").asString().equals(kind) == is)
                        .toList(),
                "id");
    }

    private static List<JsonNode> followed(CourtCase room, String token) {
        try (Follower follower = Follower.of(room, () -> token)) {
            await().atMost(SOON).until(() -> follower.ids().size() >= 3);
            return follower.seen();
        }
    }

    @Test
    void forWhoDoesNotBelongToItACaseIsNotThere() {
        CourtCase room = CourtCase.open();
        room.send(room.applicant().token(), new Upload("a.txt", Papers.text("内容"), Map.of()))
                .ok();
        String file = room.messages(room.judgeToken()).getLast().at("/file/id").asString();
        String fact = room.timeline(room.judgeToken()).getLast().path("factId").asString();
        List<String> paths = List.of(
                "/room",
                "/messages",
                "/stream",
                "/timeline",
                "/leaves",
                "/verification",
                "/consistency",
                "/accesses",
                "/entries/" + fact,
                "/files/" + file + "/content");
        List<String> outsiders = List.of(
                token("stranger"),
                token("pudong-judge-1"),
                token("pudong-clerk"),
                room.respondent().token());

        for (String outsider : outsiders) {
            for (String path : paths) {
                Answer real = HTTP.get(outsider, room.path(path));
                Answer unknown = HTTP.get(outsider, "/api/v1/cases/" + UUID.randomUUID() + path);
                assertThat(real.withoutTrace())
                        .as(path)
                        .isEqualTo(unknown.withoutTrace())
                        .startsWith("404");
            }
            assertThat(posts(outsider, room.id()))
                    .isEqualTo(posts(outsider, UUID.randomUUID().toString()));
        }
        for (String outsider : List.of(token("stranger"), token("pudong-filing"))) {
            assertThat(HTTP.get(outsider, "/api/v1/filings/" + room.id()).withoutTrace())
                    .isEqualTo(HTTP.get(outsider, "/api/v1/filings/" + UUID.randomUUID())
                            .withoutTrace());
        }
    }

    private static List<String> posts(String token, String id) {
        Sent message = Sent.of(token, "/api/v1/cases/" + id + "/messages");
        Sent file = Sent.of(token, "/api/v1/cases/" + id + "/files");
        Sent release = Sent.of(token, "/api/v1/cases/" + id + "/respondents/" + UUID.randomUUID() + "/release");
        List<Answer> answers = new ArrayList<>();
        answers.add(HTTP.post(message, "{\"text\":\"你好\"}"));
        answers.add(HTTP.upload(file, new Upload("a.txt", Papers.text("内容"), Map.of())));
        answers.add(HTTP.post(release.seen("\"1\""), ""));
        return answers.stream().map(Answer::withoutTrace).toList();
    }

    @Test
    void aDirectCallAroundTheGatewayIsNotBelieved() {
        CourtCase room = CourtCase.open();
        for (Part service : List.of(Part.FILING, Part.INTERACTION, Part.LEDGER)) {
            String path = "/internal/v1/cases/" + room.id() + (service == Part.LEDGER ? "/leaves" : "/acts");
            Answer answer = HTTP.getAbsolute(LOCAL.address(service).resolve(path), room.judgeToken());
            assertThat(answer.status()).as(service + answer.body()).isIn(401, 403);
        }
    }
}
