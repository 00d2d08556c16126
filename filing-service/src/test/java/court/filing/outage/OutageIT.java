package court.filing.outage;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.Calls;
import court.filing.Courthouse;
import court.platform.web.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutageIT {

    private final Courthouse house = new Courthouse(Map.of("court.heartbeat.every", "100ms"));

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @DisplayName("K5: the platform records its own outage, and whoever is signed in gets it as evidence")
    void k5AnOutageIsRecordedByItselfAndNotInventedByAClockSetBack() throws Exception {
        house.bean(Heartbeat.class).beat(null).block();

        house.restart("PT2H");
        Outage outage = itsOwn(1).getFirst();
        house.restart("PT0S");
        itsOwn(1);
        Instant stands = latest();
        house.restart("PT2H1S");
        itsOwn(1);

        assertThat(outage.source()).isEqualTo(Outage.Source.SELF);
        assertThat(Duration.between(outage.began(), outage.ended()))
                .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(122));
        assertThat(stands)
                .as("the latest sign of life stands")
                .isAfter(Instant.now().plusSeconds(3600));
        house.offset("PT0S");
        Calls now = house.calls();
        String path = "/api/v1/outages/" + outage.id();
        assertThat(now.get(house.party(), path).text("certificate")).contains("北京时间", "历时", "自动生成");
        assertThat(now.get(house.party(), "/api/v1/outages/" + UUID.randomUUID())
                        .text("code"))
                .isEqualTo("outage.no_such_outage");
        assertThat(now.get("", path).status()).isEqualTo(401);
    }

    @Test
    void aClockMovedUnderARunningServiceIsNoOutage() throws Exception {
        house.bean(Heartbeat.class).beat(null).block();
        int before = itsOwn().size();
        Instant stood = latest();

        house.offset("PT12H");
        for (int i = 0; i < 100 && !latest().isAfter(stood); i++) {
            Thread.sleep(50);
        }

        assertThat(latest()).isAfter(stood);
        assertThat(itsOwn()).hasSize(before);
    }

    private List<Outage> itsOwn(int count) throws InterruptedException {
        Thread.sleep(500); // some beats
        for (int i = 0; i < 100 && itsOwn().size() < count; i++) {
            Thread.sleep(50);
        }
        assertThat(itsOwn()).hasSize(count);
        return itsOwn();
    }

    private List<Outage> itsOwn() {
        Instant now = Instant.now();
        return house.bean(Outages.class)
                .between(now.minusSeconds(3600), now.plusSeconds(86_400), null, Page.MOST)
                .block()
                .items();
    }

    private Instant latest() throws SQLException {
        try (Connection connection = house.database.connect();
                var rows = connection.createStatement().executeQuery("select at from heartbeat")) {
            rows.next();
            return rows.getTimestamp(1).toInstant();
        }
    }
}
