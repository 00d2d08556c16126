package court.interaction;

import static court.platform.contract.Party.Role.APPLICANT;
import static court.platform.contract.Party.Role.RESPONDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.platform.contract.CourtEvent;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.Party;
import court.platform.json.SealedJson;
import court.platform.support.Caller;
import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import court.platform.support.Voices;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;

/** The service running with its database and broker, and cases to try it with; one for all tests of a run. */
public final class Courthouse {

    private static final RealPostgres.Database DATABASE = RealPostgres.fresh();
    private static final TestTokens TOKENS = new TestTokens();
    private static final Path FOLDER = RunningService.folder("interaction");

    private Courthouse() {}

    private static final class First {
        static final RunningService RUNNING = start(Map.of("court.message.burst", 10_000));
        static final Voices OTHERS = new Voices(RUNNING.bean(SealedJson.class));
    }

    /** Another instance on the same database, broker and folders. */
    public static RunningService start(Map<String, Object> more) {
        RealBroker.topics("court.filing.v1", "court.interaction.v1", "court.asset.v1", "court.dossier.v1");
        Map<String, Object> all = new HashMap<>(more);
        all.put("court.directory", Path.of("src/test/resources/courts.json").toAbsolutePath());
        return RunningService.start(InteractionApplication.class, DATABASE, TOKENS, FOLDER, all);
    }

    public static RunningService service() {
        return First.RUNNING;
    }

    public static TestTokens tokens() {
        return TOKENS;
    }

    /** Where the files of a case are stored. */
    public static Path blobs(UUID caseId) {
        return FOLDER.resolve("blobs").resolve("case").resolve(caseId.toString());
    }

    public static ProducerRecord<String, String> fact(UUID caseId, long sequence, CourtEvent event) {
        return First.OTHERS.fact(caseId, sequence, event);
    }

    public static void say(ProducerRecord<String, String> fact) {
        First.OTHERS.say(fact);
    }

    public static Caller caller(String token) {
        return new Caller(service().address(), token);
    }

    /** What a query finds, each row as its columns joined by blanks. */
    public static List<String> rows(String sql) {
        return DATABASE.rows(sql);
    }

    /** A session of its own with the database. */
    public static Connection connect() throws SQLException {
        return DATABASE.connect();
    }

    public static void execute(String sql) {
        DATABASE.execute(sql);
    }

    /** A case with two applicants, two respondents and a judge, whose room is open. */
    public static OpenCase openCase() {
        return openCase(new OpenCase(UUID.randomUUID()));
    }

    public static OpenCase openCase(OpenCase open) {
        say(fact(open.id(), 1, Cases.submitted(open.parties())));
        say(fact(open.id(), 2, Cases.accepted(open.parties())));
        say(fact(open.id(), 3, new JudgeAssigned(Cases.COURT, "judge-1", "执行法官一", null, null, null)));
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> open.judge().get(open.path("/room")).header("etag").equals("\"2\""));
        return open;
    }

    /** One case for one test: nobody in it is in another case, but for the judge. */
    public record OpenCase(UUID id) {

        public String path(String rest) {
            return "/api/v1/cases/" + id + rest;
        }

        List<Party> parties() {
            return List.of(
                    Cases.party("a1", APPLICANT, "申请人甲", key("a1")),
                    Cases.party("a2", APPLICANT, "申请人乙", key("a2")),
                    Cases.party("r1", RESPONDENT, "被执行人甲", key("r1")),
                    Cases.party("r2", RESPONDENT, "被执行人乙", key("r2")));
        }

        public String key(String partyId) {
            return id + "-" + partyId;
        }

        public Caller party(String partyId) {
            return caller(TOKENS.party(key(partyId)));
        }

        public Caller judge() {
            return caller(TOKENS.staff("judge-1", Cases.COURT, "ENFORCEMENT_JUDGE"));
        }

        /** Lets a respondent in, and waits for the card that shows it. */
        public Caller.Answer release(String partyId) {
            Caller.Answer answer =
                    judge().post(path("/respondents/" + partyId + "/release"), Map.of(), "If-Match", version());
            if (answer.status() == 200) {
                awaitCard("RespondentReleased");
            }
            return answer;
        }

        /** An applicant says the message of this number to everybody. */
        public void say(int number) {
            assertThat(party("a1")
                            .post(path("/messages"), Map.of("text", "消息 " + number))
                            .status())
                    .isEqualTo(201);
        }

        public String version() {
            return judge().get(path("/room")).header("etag");
        }

        public void awaitCard(String type) {
            awaitCard(judge(), type);
        }

        public void awaitCard(Caller reader, String type) {
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> cards(reader).contains(type));
        }

        public Caller staff(String id, String role) {
            return caller(TOKENS.staff(id, Cases.COURT, role));
        }

        /** Types of the cards this caller sees, in order. */
        public List<String> cards(Caller caller) {
            return entries(caller).stream()
                    .filter(it -> it.has("card"))
                    .map(it -> it.get("card").get("type").asString())
                    .toList();
        }

        /** What this caller reads, in order. */
        public List<JsonNode> entries(Caller caller) {
            return caller.get(path("/messages?limit=100"))
                    .json()
                    .get("items")
                    .valueStream()
                    .toList();
        }
    }
}
