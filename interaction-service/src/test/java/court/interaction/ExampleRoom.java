package court.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import court.interaction.Courthouse.OpenCase;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.Party;
import court.platform.support.ApiExamples;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A case of one applicant and one respondent whose ids stand in the examples, and how its people play those. */
final class ExampleRoom {

    static final String APPLICANT = "01a20556-5032-73c4-92af-5f907b6a0d21";
    static final String RESPONDENT = "01a20556-5032-73c4-92af-5f907b6a0d22";

    final OpenCase open = new OpenCase(UUID.randomUUID());
    final Caller judge = open.judge();
    final Caller applicant = open.party(APPLICANT);
    final Caller respondent = open.party(RESPONDENT);

    ExampleRoom() {
        List<Party> parties = List.of(
                Cases.party(APPLICANT, Party.Role.APPLICANT, "张三", open.key(APPLICANT)),
                Cases.party(RESPONDENT, Party.Role.RESPONDENT, "李四", open.key(RESPONDENT)));
        Courthouse.say(Courthouse.fact(open.id(), 1, Cases.submitted(parties)));
        Courthouse.say(Courthouse.fact(open.id(), 2, Cases.accepted(parties)));
        Courthouse.say(
                Courthouse.fact(open.id(), 3, new JudgeAssigned(Cases.COURT, "judge-1", "执行法官一", null, null, null)));
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> open.version().equals("\"2\""));
    }

    /** Does what the example asks for, with values of this case for those written down. */
    Answer play(String operation, Caller who, String path, Map<String, String> values) {
        String body = ApiExamples.request(operation);
        for (Map.Entry<String, String> value : values.entrySet()) {
            body = body.replaceAll(
                    "\"" + value.getKey() + "\":(\\[[^]]*]|\"[^\"]*\"|\\d+)",
                    "\"" + value.getKey() + "\":" + value.getValue());
        }
        return same(
                operation,
                who.postKeyed(UUID.randomUUID().toString(), open.path(path), body, "If-Match", open.version()));
    }

    Answer play(String operation, Caller who, String path) {
        return play(operation, who, path, Map.of());
    }

    /** Hands in the form of the example, with this in its file. */
    Answer handIn(String operation, Caller who, String path, String content) {
        Map<String, String> form = ApiExamples.form(operation);
        String name = form.remove("file");
        return who.upload(open.path(path), name, content.getBytes(UTF_8), form);
    }

    /** Reads what the example reads. */
    Answer read(String operation, Caller who, String path) {
        return same(operation, who.get(open.path(path)));
    }

    static Answer same(String operation, Answer answer) {
        ApiExamples.mustBeTrue(operation, answer.status(), answer.json());
        return answer;
    }

    static String quoted(Answer answer, String field) {
        return "\"" + answer.json().get(field).asString() + "\"";
    }
}
