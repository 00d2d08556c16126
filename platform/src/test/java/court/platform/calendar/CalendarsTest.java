package court.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarsTest {

    /** The Spring Festival of 2020 as announced in November 2019: until 30 January, Saturday 1 February worked. */
    private static final String AS_FIRST_ANNOUNCED = """
            {"$schema": "ignored", "year": 2020, "papers": ["http://www.gov.cn/1"], "days": [
             {"name": "春节", "date": "2020-01-24", "isOffDay": true},
             {"name": "春节", "date": "2020-01-30", "isOffDay": true},
             {"name": "春节", "date": "2020-02-01", "isOffDay": false}]}""";

    /** As announced on 27 January 2020: off until 2 February. */
    private static final String AS_CHANGED = """
            {"year": 2020, "papers": ["http://www.gov.cn/2"], "days": [
             {"name": "春节", "date": "2020-01-31", "isOffDay": true},
             {"name": "春节", "date": "2020-02-03", "isOffDay": false}]}""";

    private static final Term RUNNING = Term.days(7, LocalDate.parse("2020-01-24"));

    @TempDir
    Path folder;

    @Test
    @DisplayName("K2: 31 January 2020 becomes 3 February 2020 while the service runs")
    void k2aLaterAnnouncementMovesARunningDeadlineWithoutARestart() throws IOException {
        put("2020", AS_FIRST_ANNOUNCED);
        Calendars calendars = new Calendars(folder);
        assertThat(RUNNING.due(calendars.current()).date()).isEqualTo("2020-01-31");
        String before = calendars.edition().id();

        put("2020-2", AS_CHANGED);
        Calendars.Edition after = calendars.refresh();

        assertThat(RUNNING.due(after.calendar()).date()).isEqualTo("2020-02-03");
        assertThat(after.id()).isNotEqualTo(before);
        assertThat(after.announced().get(2020).papers()).containsExactly("http://www.gov.cn/2");
    }

    @Test
    void aChangeIsSeenByItselfWithinSeconds() throws Exception {
        put("2020", AS_FIRST_ANNOUNCED);
        Calendars calendars = new Calendars(folder);
        put("2020", AS_CHANGED.replace("2020-01-31", "2020-01-29"));

        for (int i = 0; i < 60 && calendars.current().isWorkingDay(LocalDate.parse("2020-01-30")) == false; i++) {
            Thread.sleep(50);
        }

        assertThat(calendars.current().isWorkingDay(LocalDate.parse("2020-01-30")))
                .isTrue();
    }

    @Test
    void importsComeAfterFilesLaidThereByHandTheLaterAfterTheEarlier() throws IOException {
        put("import-000000010-2020", AS_CHANGED);
        put("import-000000009-2020", AS_FIRST_ANNOUNCED);
        put("2020-3", AS_FIRST_ANNOUNCED);

        assertThat(new Calendars(folder).edition().announced().get(2020).papers())
                .containsExactly("http://www.gov.cn/2");
    }

    @Test
    void aFileThatCannotBeReadIsPassedOverAndTheOthersHold() throws IOException {
        put("2020", AS_CHANGED);
        put("2020-9", "{\"year\": 2020, \"papers\"");
        put(
                "2021-9",
                "{\"year\": 2021, \"papers\": [], \"days\": [{\"name\":\"x\",\"date\":\"2022-05-01\",\"isOffDay\":true}]}");

        Calendars calendars = new Calendars(folder);

        assertThat(calendars.edition().announced().get(2020).papers()).containsExactly("http://www.gov.cn/2");
        assertThat(calendars.current().isWorkingDay(LocalDate.parse("2021-10-01")))
                .isFalse();
    }

    @Test
    void theSameContentIsTheSameEditionInEveryProcess() throws IOException {
        put("2020", AS_CHANGED);
        Calendars one = new Calendars(folder);

        assertThat(new Calendars(folder).edition().id()).isEqualTo(one.edition().id());
        assertThat(new Calendars(null).edition().id())
                .isEqualTo(new Calendars(folder.resolve("absent")).edition().id())
                .isNotEqualTo(one.edition().id());
    }

    @Test
    void aboutTheLastDaysOfAYearTheNextYearsAnnouncementHasTheLastWord() throws IOException {
        put("2019", """
                {"year": 2019, "papers": [], "days": [{"name": "x", "date": "2019-12-30", "isOffDay": false}]}""");
        put("2020", """
                {"year": 2020, "papers": [], "days": [{"name": "元旦", "date": "2019-12-30", "isOffDay": true}]}""");

        assertThat(new Calendars(folder).current().isWorkingDay(LocalDate.parse("2019-12-30")))
                .isFalse();
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), content);
    }
}
