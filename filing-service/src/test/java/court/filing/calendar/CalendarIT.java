package court.filing.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.Calls;
import court.filing.Calls.Answer;
import court.filing.FilingApplication;
import court.platform.calendar.Calendars;
import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarIT {

    private static final String PATH = "/api/v1/calendar/announcements";
    private static final String FOR_2027 = """
            {"year":2027,"papers":["https://www.gov.cn/2026"],"days":[
             {"name":"元旦","date":"2027-01-01","isOffDay":true},{"name":"元旦","date":"2026-12-31","isOffDay":true}]}""";

    private static final RealPostgres.Database DATABASE = RealPostgres.fresh();
    private static final TestTokens TOKENS = new TestTokens();
    private static final Path FOLDER = RunningService.folder("calendar");
    private static RunningService service;
    private static Calls calls;

    @BeforeAll
    static void start() {
        RealBroker.topics("court.filing.v1");
        service = RunningService.start(
                FilingApplication.class,
                DATABASE,
                TOKENS,
                FOLDER,
                Map.of(
                        "court.directory",
                                Path.of("src/test/resources/courts.json").toAbsolutePath(),
                        "court.calendar", FOLDER.resolve("days")));
        calls = new Calls(service.address());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName("K2: an import is on record, holds at once, and its file comes back when it is lost")
    void k2AnImportIsDurableAndHoldsAtOnce() throws Exception {
        assertThat(calls.get(TOKENS.party("a".repeat(64)), "/api/v1/calendar/2027")
                        .text("code"))
                .isEqualTo("calendar.not_announced");

        Answer imported = calls.post(TOKENS.operations(), PATH, "new-year", FOR_2027);
        Answer again = calls.post(TOKENS.operations(), PATH, "new-year", FOR_2027);

        assertThat(imported.status()).as(imported.body().toString()).isEqualTo(201);
        assertThat(imported.text("importedBy")).isEqualTo("ops");
        assertThat(again.body()).isEqualTo(imported.body());
        assertThat(files()).hasSize(1);
        assertThat(calls.get(TOKENS.party("a".repeat(64)), "/api/v1/calendar/2027")
                        .body()
                        .at("/days/0/date")
                        .asString())
                .isEqualTo("2027-01-01");
        assertThat(service.bean(Calendars.class).current().isWorkingDay(LocalDate.parse("2026-12-31")))
                .isFalse();

        Files.delete(files().getFirst());
        service.bean(Announcements.class).publish().block();

        assertThat(files()).hasSize(1);
    }

    @Test
    void aPublishedYearIsShownAndOnlyOperationsImport() {
        String party = TOKENS.party("a".repeat(64));

        assertThat(calls.get(party, "/api/v1/calendar/2025").body().path("days").size())
                .isGreaterThan(20);
        assertThat(calls.get("", "/api/v1/calendar/2025").status()).isEqualTo(401);
        assertThat(calls.get(party, "/api/v1/calendar/next").status()).isEqualTo(400);
        assertThat(calls.post(party, PATH, FOR_2027).status()).isEqualTo(403);
        assertThat(calls.post(TOKENS.staff("judge", "沪0117", "FILING_JUDGE"), PATH, FOR_2027)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                    | 422 | calendar.year_missing
            {"year":1800,"papers":["http://a"],"days":[]}         | 422 | calendar.year_missing
            {"year":2027,"papers":["http://a"],"days":[]}         | 422 | calendar.days_missing
            {"year":2027,"days":[{"name":"x","date":"2027-05-01","isOffDay":true}]} | 422 | calendar.papers_missing
            {"year":2027,"papers":["ftp://a"],"days":[{"name":"x","date":"2027-05-01","isOffDay":true}]} | 422 | calendar.papers_missing
            {"year":2027,"papers":["http://a"],"days":[null]}     | 400 | edge.wrong_value
            {"year":2027,"papers":["http://a"],"days":[{"name":"x","date":"2027-05-01"}]} | 422 | calendar.day_incomplete
            {"year":2027,"papers":["http://a"],"days":[{"name":"x","date":"2028-01-01","isOffDay":true}]} | 422 | calendar.day_of_another_year
            {"year":2027,"papers":["http://a"],"days":[{"name":"x","date":"2026-12-28","isOffDay":true}]} | 422 | calendar.day_of_another_year
            {"year":2027,"papers":["http://a"],"days":[{"name":"x","date":"2027-05-01","isOffDay":true},{"name":"x","date":"2027-05-01","isOffDay":false}]} | 422 | calendar.day_twice
            {"year":2027,"papers":["http://a"],"days":[{"name":"x","date":"2027-02-30","isOffDay":true}]} | 400 | edge.wrong_value
            {"year":2027,"colour":"red"}                          | 400 | edge.unknown_field
            """)
    void badAnnouncementsAreRefusedAndChangeNothing(String announcement, int status, String code) {
        String before = service.bean(Calendars.class).refresh().id();

        Answer answer = calls.post(TOKENS.operations(), PATH, announcement);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(service.bean(Calendars.class).refresh().id()).isEqualTo(before);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER.resolve("days"))) {
            return all.filter(it -> it.toString().endsWith(".json")).toList();
        }
    }
}
