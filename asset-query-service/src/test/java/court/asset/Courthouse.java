package court.asset;

import static org.awaitility.Awaitility.await;

import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.contract.CourtEvent;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.InteractionEvent.CaseClosed;
import court.platform.contract.InteractionEvent.ClosingMode;
import court.platform.contract.Party;
import court.platform.json.SealedJson;
import court.platform.json.Secret;
import court.platform.model.Money;
import court.platform.support.Caller;
import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import court.platform.support.Voices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** The service running with its database, broker and institutions, and cases to try it with; one for all tests of a run. */
public final class Courthouse {

    public static final String COURT = "沪0117";
    public static final FakeInstitutions INSTITUTIONS = new FakeInstitutions();
    private static final RealPostgres.Database DATABASE = RealPostgres.fresh();
    private static final TestTokens TOKENS = new TestTokens();
    private static final Path FOLDER = RunningService.folder("asset");
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private Courthouse() {}

    private static final class First {
        static final RunningService RUNNING = another(Map.of());
        static final Voices OTHERS = new Voices(RUNNING.bean(SealedJson.class));
    }

    /** Another instance on the same database, broker and folders. */
    public static RunningService another(Map<String, Object> more) {
        RealBroker.topics("court.filing.v1", "court.interaction.v1", "court.asset.v1");
        Map<String, Object> properties = new HashMap<>(INSTITUTIONS.properties(FOLDER));
        properties.put(
                "court.directory",
                Path.of("src", "test", "resources", "courts.json").toAbsolutePath());
        properties.put("court.institutions.pause", "100ms");
        properties.put("court.institutions.longest-pause", "400ms");
        properties.put("court.institutions.lease", "4s");
        properties.put("resilience4j.timelimiter.configs.default.timeout-duration", "1500ms");
        properties.put("resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state", "300ms");
        properties.putAll(more);
        return RunningService.start(AssetApplication.class, DATABASE, TOKENS, FOLDER, properties);
    }

    public static RunningService service() {
        return First.RUNNING;
    }

    public static TestTokens tokens() {
        return TOKENS;
    }

    /** Files of a form by the names of its parts. */
    public static List<Caller.FilePart> pdfs(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .map(it -> new Caller.FilePart(it.getKey(), it.getKey() + ".pdf", it.getValue()))
                .toList();
    }

    public static void say(UUID caseId, long sequence, CourtEvent event) {
        First.OTHERS.say(First.OTHERS.fact(caseId, sequence, event));
    }

    public static Caller caller(String token) {
        return new Caller(service().address(), token);
    }

    public static Connection connect() {
        try {
            return DATABASE.connect();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What a query finds, each row as its columns joined by blanks. */
    public static List<String> rows(String sql) {
        return DATABASE.rows(sql);
    }

    public static void execute(String sql) {
        DATABASE.execute(sql);
    }

    /** A case of 1,000 yuan, not told to anybody yet. */
    public static OpenCase newCase() {
        return new OpenCase(UUID.randomUUID(), "（2026）沪0117执" + (1000 + SERIAL.incrementAndGet()) + "号");
    }

    public static byte[] pdf() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One case for one test. */
    public record OpenCase(UUID id, String number) {

        /** Tells the service of it, led by this judge. */
        public OpenCase led(String judgeId) {
            say(
                    id,
                    1,
                    new FilingSubmitted(
                            COURT, "WEB", parties(), claim(), basis(), List.of(), List.of(), List.of(), null, null));
            say(id, 2, new CaseAccepted(number, COURT, parties(), claim(), basis(), "filing-judge", List.of()));
            say(id, 3, new JudgeAssigned(COURT, judgeId, "执行法官", null, null, null));
            await().atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> judge(judgeId).get(path("/rulings")).status() == 200);
            return this;
        }

        public OpenCase close() {
            say(id, 1, new CaseClosed(ClosingMode.PERFORMED, List.of(), null, null, "judge-1"));
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> rows("select body::json ->> 'state' from matter where id = '" + id + "'")
                            .equals(List.of("Closed")));
            return this;
        }

        public String path(String rest) {
            return "/api/v1/cases/" + id + rest;
        }

        /** The respondent's id number, in no other case. */
        public String idNumber() {
            return "310117" + String.format("%012d", Math.floorMod(id.getLeastSignificantBits(), 1_000_000_000_000L));
        }

        public String respondentName() {
            return "被执行人" + id.toString().substring(0, 8);
        }

        List<Party> parties() {
            return List.of(
                    party("a1", Party.Role.APPLICANT, "申请人", "310117199001011234"),
                    party("r1", Party.Role.RESPONDENT, respondentName(), idNumber()));
        }

        private Party party(String partyId, Party.Role role, String name, String idNumber) {
            return new Party(
                    partyId,
                    role,
                    Party.Kind.PERSON,
                    new Secret(partyId, name),
                    "ID_CARD",
                    new Secret(partyId, idNumber),
                    id + "-" + partyId,
                    null,
                    null,
                    null);
        }

        private static Claim claim() {
            return new Claim(Claim.Kind.MONEY, Money.of("1000.00"), new Secret("claim", "to pay"));
        }

        private static Basis basis() {
            return new Basis(Basis.Kind.JUDGMENT, "（2025）沪0117民初1号", "上海市松江区人民法院", LocalDate.of(2025, 1, 2));
        }

        public Caller judge(String judgeId) {
            return caller(TOKENS.staff(judgeId, COURT, "ENFORCEMENT_JUDGE"));
        }

        public Caller judge() {
            return judge("judge-1");
        }

        public Caller applicant() {
            return caller(TOKENS.party(id + "-a1"));
        }

        public OpenCase holds(String institution, String balance) {
            INSTITUTIONS.holds(institution, number, asset(institution), balance, "");
            return this;
        }

        public String asset(String institution) {
            return institution + "-" + id.toString().substring(0, 8);
        }

        public OpenCase treated(String institution, FakeInstitutions.Way way, int times) {
            INSTITUTIONS.treat(institution, number, way, times);
            return this;
        }

        /** Facts of one type told about it: the values of one field, in order. */
        public List<String> told(String type, String field) {
            return rows("select body::json -> 'data' ->> '" + field + "' from outbox where type = '" + type
                    + "' and case_id = '" + id + "' order by sequence");
        }

        /** Institution and state of each of its requests of this kind. */
        public List<String> requests(String kind) {
            return rows("select institution, state from request where kind = '" + kind + "' and case_id = '" + id
                    + "' order by institution, number");
        }

        public OpenCase answered() {
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> told("AssetQueryAnswered", "institution").size() == 5);
            return this;
        }

        /** Registers a ruling and gives its id. */
        public String ruling(String limit) {
            return judge().upload(
                            UUID.randomUUID().toString(),
                            path("/rulings"),
                            pdfs(Map.of("ruling", pdf(), "notice", pdf())),
                            Map.of("number", number + "之一", "respondentId", "r1", "limit", limit))
                    .json()
                    .get("rulingId")
                    .asString();
        }

        public Caller.Answer freeze(String rulingId, String institution, String amount) {
            return judge().post(path("/freezes"), order(rulingId, institution, amount));
        }

        public Map<String, Object> order(String rulingId, String institution, String amount) {
            return new HashMap<>(Map.of(
                    "rulingId", rulingId,
                    "assetId", asset(institution),
                    "institution", institution,
                    "amount", amount));
        }

        public String reserved() {
            return rows("select reserved from matter where id = '" + id + "'").getFirst();
        }

        public void awaitFreeze(String state) {
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> rows("select distinct state from asset_freeze where case_id = '" + id + "'")
                            .equals(List.of(state)));
        }
    }
}
