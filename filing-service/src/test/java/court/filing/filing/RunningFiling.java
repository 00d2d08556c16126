package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.FilingApplication;
import court.filing.application.Forms;
import court.filing.filing.Http.Answer;
import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import court.platform.vault.PersonKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The filing service started for tests, with the people who use it. */
final class RunningFiling {

    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    static final String FILINGS = "/api/v1/filings";

    final RealPostgres.Database database = RealPostgres.fresh();
    final TestTokens tokens = new TestTokens();
    private final Path folder = RunningService.folder("filing");
    private RunningService service;
    Http http;

    private RunningFiling() {
        RealBroker.topics("court.filing.v1");
        service = start();
        http = new Http(service.address());
    }

    private static final class Shared {
        static final RunningFiling OPEN = new RunningFiling();
    }

    /** One for all tests that leave it running. */
    static RunningFiling shared() {
        return Shared.OPEN;
    }

    static RunningFiling ofItsOwn() {
        return new RunningFiling();
    }

    private RunningService start() {
        return RunningService.start(
                FilingApplication.class,
                database,
                tokens,
                folder,
                Map.of(
                        "court.directory",
                        Path.of("src/test/resources/courts.json").toAbsolutePath(),
                        "court.clock.offset-file",
                        folder.resolve("offset")));
    }

    /** Everything that was only in memory is gone. */
    void restart() {
        service.close();
        service = start();
        http = new Http(service.address());
    }

    void close() {
        service.close();
    }

    /** Does something on another day, such as {@code -P9D}. */
    void on(String offset, Runnable work) {
        clock(offset);
        try {
            work.run();
        } finally {
            clock("");
        }
    }

    private void clock(String offset) {
        try {
            Files.writeString(folder.resolve("offset"), offset);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Signs a person in; again is another device. */
    String person(String idNumber) {
        return tokens.party(service.bean(PersonKey.class).of("ID_CARD", idNumber));
    }

    String applicant() {
        return person(Forms.ID_NUMBER);
    }

    String judge(String id) {
        return tokens.staff(id, "沪0117", "FILING_JUDGE");
    }

    <T> T bean(Class<T> type) {
        return service.bean(type);
    }

    static String path(Answer filing) {
        return FILINGS + "/" + filing.text("id");
    }

    Answer open(String token, Forms form) {
        Answer draft = http.post(token, FILINGS, "", form.json());
        assertThat(draft.status()).as(draft.response().body()).isEqualTo(201);
        return draft;
    }

    Answer attach(String token, Answer filing, String kind) {
        Answer attached = http.upload(token, path(filing) + "/materials", filing.etag(), kind, "材料.png", PNG);
        assertThat(attached.status()).as(attached.response().body()).isEqualTo(201);
        return attached;
    }

    /** Hands in a form with these materials besides its basis. */
    Answer submitted(String token, Forms form, String... kinds) {
        Answer filing = attach(token, open(token, form), "执行依据");
        for (String kind : kinds) {
            filing = attach(token, filing, kind);
        }
        return done(http.post(token, path(filing) + "/submission", filing.etag(), ""));
    }

    Answer step(String token, Answer filing, String step, String body) {
        return http.post(token, path(filing) + step, filing.etag(), body);
    }

    static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }

    /** The texts of one column of what a query finds. */
    List<String> rows(String sql) {
        return database.rows(sql);
    }

    /** Does something to the database behind the service's back. */
    void execute(String sql) {
        database.execute(sql);
    }

    /** Tables of the service in which a text stands as it is. */
    List<String> tablesWith(String text) {
        return rows("select table_name from information_schema.tables where table_schema = 'public'").stream()
                .filter(table -> !rows("select 1 from " + table + " t where t::text like '%" + text + "%' limit 1")
                        .isEmpty())
                .toList();
    }
}
