package court.interaction;

import static court.interaction.ExampleRoom.APPLICANT;
import static court.interaction.ExampleRoom.RESPONDENT;
import static court.interaction.ExampleRoom.quoted;
import static court.interaction.ExampleRoom.same;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.platform.support.ApiExamples;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The examples in the API description of the room are requests the service takes and answers it gives. */
class ApiExamplesIT {

    private final ExampleRoom room = new ExampleRoom();
    private final Caller judge = room.judge;
    private final Caller applicant = room.applicant;

    @Test
    void theExamplesOfARoomAreTrue() {
        same("RoomController.mine", applicant.get("/api/v1/cases"));
        Answer shown = judge.get(room.open.path("/room"));
        ApiExamples.mustBeTrue("RoomController.show", shown.status(), inOfficeTime(shown.json()));
        room.play("RoomController.release", judge, "/respondents/" + RESPONDENT + "/release");
        room.play("TicketController.issue", applicant, "/socket-tickets");
    }

    /** At other times it says besides when an answer is to be expected. */
    private static JsonNode inOfficeTime(JsonNode view) {
        ((ObjectNode) view.get("officeHours")).remove("note");
        return view;
    }

    @Test
    void theExamplesOfWhatIsSaidAreTrue() throws Exception {
        Answer asked = room.play("MessageController.post", applicant, "/messages");
        String messages = "/messages/" + asked.json().get("messageId").asString();
        room.play("MessageController.correct", applicant, messages + "/correct");
        Answer sent =
                same("MessageController.send", room.handIn("MessageController.send", applicant, "/files", "转账凭证"));
        room.open.release(RESPONDENT);

        room.read("StreamController.page", judge, "/messages");
        room.read("SearchController.search", judge, "/search?kind=FILE");
        same("ReadingController.read", put("ReadingController.read", "/read"));
        room.read("ReadingController.show", judge, "/read");
        room.play(
                "MessageController.recall",
                applicant,
                "/messages/" + sent.json().get("messageId").asString() + "/recall");
    }

    @Test
    void theExamplesOfWhoWaitsForAnAnswerAreTrue() {
        Courthouse.execute("delete from unanswered");
        Answer asked = room.play("MessageController.post", applicant, "/messages");

        same("UnansweredController.list", judge.get("/api/v1/rooms/unanswered"));
        room.play(
                "UnansweredController.settle",
                judge,
                "/unanswered/" + APPLICANT + "/settlement",
                Map.of("throughMessageId", quoted(asked, "messageId")));
    }

    @Test
    void theExamplesOfAFileInPartsAreTrue() throws Exception {
        String name = Base64.getEncoder().encodeToString("谈话录音.mp3".getBytes(UTF_8));
        HttpResponse<byte[]> begun = Caller.http()
                .send(
                        applicant
                                .request(
                                        room.open.path("/uploads"),
                                        "Tus-Resumable",
                                        "1.0.0",
                                        "Upload-Length",
                                        "1048576")
                                .header("Upload-Metadata", "filename " + name)
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(begun.statusCode()).isEqualTo(201);

        room.read("RoomUploadController.list", applicant, "/uploads");
        assertThat(appendByForm(begun.headers().firstValue("Location").orElseThrow()))
                .isEqualTo(204);
    }

    private int appendByForm(String upload) throws IOException, InterruptedException {
        String form = "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + ApiExamples.form("RoomUploadController.appendByForm").get("file") + "\"\r\n\r\nID3\r\n--XX--\r\n";
        return Caller.http()
                .send(
                        applicant
                                .request(upload, "Tus-Resumable", "1.0.0", "Upload-Offset", "0")
                                .header("Content-Type", "multipart/form-data; boundary=XX")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void theExampleOfAStreamIsTrue() throws Exception {
        room.play("MessageController.post", applicant, "/messages");
        HttpResponse<Stream<String>> events = Caller.http()
                .send(applicant.request(room.open.path("/stream")).GET().build(), BodyHandlers.ofLines());

        try (Stream<String> lines = events.body()) {
            String first = lines.dropWhile(line -> !line.startsWith("id:"))
                    .takeWhile(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n", "", "\n\n"));
            ApiExamples.eventsMustBeTrue("StreamController.follow", first);
        }
    }

    @Test
    void theExamplesOfMembersAreTrue() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        room.play("MemberController.addAssistant", judge, "/assistants");
        room.play(
                "MemberController.nameDeputy",
                judge,
                "/deputy",
                Map.of("from", "\"" + today + "\"", "until", "\"" + today.plusDays(13) + "\""));
        room.play("MemberController.suspend", judge, "/members/" + APPLICANT + "/suspension");

        room.read("MemberController.list", judge, "/members");
        room.play("MemberController.restore", judge, "/members/" + APPLICANT + "/restoration");
        room.play("MemberController.endDeputy", judge, "/deputy/end");
        room.play("MemberController.removeAssistant", judge, "/assistants/clerk-1/removal");
    }

    @Test
    void theExamplesOfAgentsAreTrue() {
        Answer first = same("AgentController.apply", apply("lawyer"));
        room.read("AgentController.list", judge, "/agents");
        room.play("AgentController.refuse", judge, agent(first, "refusal"));
        Answer second = apply("lawyer");
        room.play("AgentController.approve", judge, agent(second, "approval"));
        room.play("AgentController.revoke", applicant, agent(second, "revocation"));
    }

    private Answer apply(String who) {
        return room.handIn("AgentController.apply", room.open.party(who), "/agents", "授权委托书");
    }

    private static String agent(Answer asked, String act) {
        return "/agents/" + asked.json().get("agentId").asString() + "/" + act;
    }

    @Test
    void theExamplesOfTalksAndClosingAreTrue() {
        Answer talk = room.play("TalkController.open", judge, "/talks");
        String path = "/talks/" + talk.json().get("talkId").asString();
        room.play("TalkController.confirm", applicant, path + "/confirmation");
        room.read("TalkController.show", judge, path);
        room.read("TalkController.list", judge, "/talks");

        room.play("ClosingController.close", judge, "/closing", Map.of("talkIds", "[" + quoted(talk, "talkId") + "]"));
    }

    @Test
    void theExamplesOfCardSchemasAreTrue() {
        Answer all = applicant.get("/api/v1/card-schemas");
        JsonNode few = JsonMapper.shared()
                .valueToTree(all.json().valueStream().limit(3).toList());
        ApiExamples.mustBeTrue("CardSchemaController.list", all.status(), few);
        same("CardSchemaController.get", applicant.get("/api/v1/card-schemas/RespondentReleased"));
    }

    @Test
    void everyOperationOfTheRoomHasItsExample() {
        JsonNode description = applicant.get("/v3/api-docs").json();

        assertThat(description.path("paths").size()).isGreaterThan(30);
        assertThat(List.of("/api/v1/cases", "/api/v1/rooms", "/api/v1/card-schemas"))
                .allSatisfy(
                        it -> assertThat(ApiExamples.missing(description, it)).isEmpty());
    }

    @Test
    void noExampleHasAFieldThatTheDescriptionDoesNotKnow() {
        JsonNode description = applicant.get("/v3/api-docs").json();

        assertThat(description.path("paths").findParents("example")).hasSizeGreaterThan(40);
        assertThat(ApiExamples.unknown(description)).isEmpty();
    }

    /** Every feature's refusals are in the list of codes, found in the code itself. */
    @Test
    void theDescriptionNamesEveryProblemOfTheRoom() {
        JsonNode codes = applicant.get("/v3/api-docs").json().path("x-problem-codes");

        assertThat(codes.findValuesAsString("code"))
                .contains("room.case_closed", "message.not_your_message", "member.already_assistant")
                .contains("agent.reason_missing", "talk.payment_incomplete", "closing.freeze_standing")
                .contains("answer.nothing_waits", "upload.not_whole", "search.words_too_short", "card.no_such_type");
    }

    private Answer put(String operation, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = Caller.http()
                .send(
                        applicant
                                .request(room.open.path(path), "Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(ApiExamples.request(operation)))
                                .build(),
                        BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.body(), Map.of());
    }
}
