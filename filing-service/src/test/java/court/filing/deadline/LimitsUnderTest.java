package court.filing.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.Calls;
import court.filing.Courthouse;
import court.platform.calendar.LegalCalendar;
import court.platform.calendar.Term;
import court.platform.model.Refusal;
import court.platform.model.Refused;
import court.platform.outbox.WriteUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;
import reactor.core.publisher.Mono;

/** The limits of a running filing service. */
final class LimitsUnderTest {

    /** The Spring Festival of 2020 as first announced: Friday 31 January is worked. */
    static final String AS_FIRST_ANNOUNCED = """
            {"$schema":"s","$id":"i","year":2020,"papers":["http://www.gov.cn/zhengce/2019"],"days":[
             {"name":"春节","date":"2020-01-24","isOffDay":true},{"name":"春节","date":"2020-01-30","isOffDay":true},
             {"name":"春节","date":"2020-02-01","isOffDay":false}]}""";

    /** As prolonged on 27 January 2020: the first working day is Monday 3 February. */
    static final String AS_CHANGED = """
            {"year":2020,"papers":["http://www.gov.cn/zhengce/2019","http://www.gov.cn/zhengce/2020"],"days":[
             {"name":"春节","date":"2020-01-24","isOffDay":true},{"name":"春节","date":"2020-01-31","isOffDay":true},
             {"name":"春节","date":"2020-02-03","isOffDay":false}]}""";

    private final Courthouse house = Courthouse.shared();

    <T> T bean(Class<T> type) {
        return house.bean(type);
    }

    void offset(String duration) {
        house.offset(duration);
    }

    Calls.Answer announce(String announcement) {
        return house.calls().post(house.tokens.operations(), "/api/v1/calendar/announcements", announcement);
    }

    <T> T unit(Mono<T> work) {
        return bean(WriteUnit.class).run(() -> work).block();
    }

    void start(UUID filing, Rule rule, Term term) {
        unit(bean(Deadlines.class).start(List.of(Deadlines.begun(filing, "沪0117", rule, term))));
    }

    void end(UUID filing, Rule rule, Ending.How how) {
        Deadlines deadlines = bean(Deadlines.class);
        unit(deadlines.end(List.of(new Ending(filing, rule, how, deadlines.today()))));
    }

    /** A limit of seven days that begins today. */
    Deadline begun(UUID filing) {
        LocalDate today = LegalCalendar.dateOf(Instant.now());
        start(filing, Rule.DECIDE_FILING, Term.days(7, today));
        return only(filing);
    }

    List<Deadline> of(UUID filing) {
        return Objects.requireNonNull(
                bean(Deadlines.class).of(filing).collectList().block());
    }

    Deadline only(UUID filing) {
        List<Deadline> all = of(filing);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    List<DeadlineRows.Moved> history(UUID filing) {
        return Objects.requireNonNull(
                bean(Deadlines.class).history(filing).collectList().block());
    }

    Refusal refusal(Mono<?> work) {
        Refused refused = (Refused) Assertions.catchThrowable(() -> unit(work));
        return refused.refusal();
    }

    void sql(String statement) throws SQLException {
        try (Connection connection = house.database.connect();
                var it = connection.createStatement()) {
            it.execute(statement);
        }
    }

    List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = house.database.connect();
                var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    long count(String table) throws SQLException {
        return Long.parseLong(texts("select count(*) from " + table).getFirst());
    }

    void await(Callable<Boolean> condition) {
        try {
            for (int i = 0; i < 200 && !condition.call(); i++) {
                Thread.sleep(50);
            }
            assertThat(condition.call()).isTrue();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
