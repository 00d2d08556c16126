package court.filing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.FilingApplication;
import court.filing.room.RoomEar;
import court.platform.inbox.Inbox;
import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import court.platform.vault.PersonKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The filing service as it runs, with three courts: what people and other services do to get a case to a judge. */
final class FilingCourt {

    static final RealPostgres.Database DATABASE = RealPostgres.fresh();
    private static final String ID_NUMBER = "110101199003070134";
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    private static final TestTokens TOKENS = new TestTokens();

    private final RunningService service;

    private static final class First {
        static final FilingCourt RUNNING = new FilingCourt();
    }

    /** One for all tests. */
    static FilingCourt running() {
        return First.RUNNING;
    }

    private FilingCourt() {
        RealBroker.topics("court.filing.v1", "court.interaction.v1");
        service = RunningService.start(
                FilingApplication.class,
                DATABASE,
                TOKENS,
                RunningService.folder("filing"),
                Map.of(
                        "court.directory",
                        Path.of("src/test/resources/assignment-courts.json").toAbsolutePath()));
    }

    Person staff(String id, String court, String... roles) {
        return new Person(service.address(), TOKENS.staff(id, court, roles));
    }

    Person judge(String id) {
        return staff(id, "沪0117", "ENFORCEMENT_JUDGE");
    }

    Person supervisor() {
        return staff("supervisor", "沪0117", "SUPERVISOR");
    }

    Person applicant() {
        return new Person(
                service.address(), TOKENS.party(service.bean(PersonKey.class).of("ID_CARD", ID_NUMBER)));
    }

    /** A filing that waits for the court's decision; its version is the ETag. */
    Person.Answer submitted(String court) {
        Person applicant = applicant();
        Person.Answer draft = applicant.post("/api/v1/filings", "", form(court));
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        String path = "/api/v1/filings/" + draft.text("id");
        Person.Answer attached = applicant.upload(path + "/materials", draft.etag(), "执行依据", PNG);
        assertThat(attached.status()).as(attached.body()).isEqualTo(201);
        Person.Answer submitted = applicant.post(path + "/submission", attached.etag(), "");
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        return submitted;
    }

    Person.Answer accept(Person.Answer submitted, String court) {
        return staff("filing-judge", court, "FILING_JUDGE")
                .post("/api/v1/filings/" + submitted.text("id") + "/acceptance", submitted.etag(), "");
    }

    /** An accepted case of the court. */
    String accepted(String court) {
        Person.Answer accepted = accept(submitted(court), court);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        return accepted.text("id");
    }

    /** The room tells that the case is closed. */
    void sayClosed(String caseId, long sequence) {
        byte[] body = "{\"data\":{\"mode\":\"PERFORMED\",\"talkIds\":[],\"closedBy\":\"judge-1\"}}"
                .getBytes(StandardCharsets.UTF_8);
        var record = new ConsumerRecord<>("court.interaction.v1", 0, 0, caseId, body);
        Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "CaseClosed",
                        "ce_source",
                        "interaction",
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_time",
                        "2026-03-02T02:00:00Z")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        RoomEar.hear(service.bean(Inbox.Handler.class), record);
    }

    /** First columns of what a query finds. */
    static List<String> rows(String sql) {
        return DATABASE.rows(sql);
    }

    private static String form(String court) {
        return """
                {"courtCode":"%s",
                 "applicants":[{"kind":"PERSON","name":"演示申请人","idType":"ID_CARD","idNumber":"%s","phone":"13800000000",
                  "account":{"holder":"演示申请人","bank":"演示银行","number":"6222020000000000"}}],
                 "respondents":[{"kind":"ORGANISATION","name":"演示置业有限公司","idType":"CREDIT_CODE","idNumber":"91350100M000100Y43"}],
                 "claim":{"kind":"MONEY","amount":"120000.00","description":"支付购房款"},
                 "basis":{"kind":"JUDGMENT","number":"（2025）沪0117民初1234号","issuedBy":"上海市松江区人民法院","effectiveOn":"2025-12-01"}}
                """.formatted(court, ID_NUMBER);
    }
}
