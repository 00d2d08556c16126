package court.interaction.closing;

import static court.interaction.closing.ClosableCase.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.interaction.Property;
import court.interaction.freeze.Freezes;
import court.platform.outbox.WriteUnit;
import court.platform.support.Caller.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A freeze that stands keeps a case open. */
class ClosingFreezeIT {

    private final ClosableCase matter = new ClosableCase();
    private final OpenCase open = matter.open;

    @Test
    void aFreezeStandsUntilTheInstitutionSaysThatItHasEnded() {
        String talk = matter.confirmed("1000.00");
        matter.hear(Property.ordered("f1"), "FreezeOrdered");
        assertThat(codes(matter.close(talk))).containsExactly("closing.freeze_standing");
        matter.hear(Property.frozen("f1"), "AssetFrozen");
        assertThat(codes(matter.close(talk))).containsExactly("closing.freeze_standing");
        matter.hear(Property.lifting("f1"), "UnfreezeOrdered");
        assertThat(codes(matter.close(talk))).containsExactly("closing.freeze_standing");
        matter.hear(Property.notLifted("f1"), "UnfreezeRefused");
        assertThat(codes(matter.close(talk))).containsExactly("closing.freeze_standing");
        matter.hear(Property.ordered("f2"), "FreezeOrdered");
        matter.hear(Property.refused("f2"), "FreezeRefused");
        assertThat(matter.close(talk).json().get("errors").toString())
                .contains("冻结 f1 ")
                .doesNotContain("冻结 f2 ");
        matter.hear(Property.lifted("f1"), "AssetUnfrozen");

        assertThat(matter.close(talk).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("RP1: a freeze lapses by itself with its term")
    void aFreezeThatLapsedDoesNotStand() {
        String talk = matter.confirmed("1000.00");
        matter.hear(Property.frozen("f1", LocalDate.of(2026, 3, 3)), "AssetFrozen");

        assertThat(matter.close(talk).status()).isEqualTo(200);
    }

    @Test
    void aFreezeBeingWrittenIsWaitedFor() throws Exception {
        String talk = matter.confirmed("1000.00");
        matter.awaitCards("TalkConfirmed", 2); // so that nobody waits for the room but the closing
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var other = Courthouse.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from room where id = '" + open.id() + "' for update");
            Future<Answer> closing = threads.submit(() -> matter.close(talk));
            awaitWaiting();
            statement.execute("insert into standing_freeze values ('" + open.id() + "', 'f1', 'ORDERED', null)");
            other.commit();

            assertThat(codes(closing.get())).containsExactly("closing.freeze_standing");
        }
    }

    @Test
    void aFreezeIsNotWrittenWhileTheRoomIsHeld() throws Exception {
        var freezes = Courthouse.service().bean(Freezes.class);
        var unit = Courthouse.service().bean(WriteUnit.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var other = Courthouse.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from room where id = '" + open.id() + "' for update");
            Future<?> writing = threads.submit(() -> unit.run(() -> freezes.follow(open.id(), Property.ordered("f1")))
                    .block());
            awaitWaiting();
            assertThat(writing.isDone()).isFalse();
            other.commit();
            writing.get();
        }
        assertThat(Courthouse.rows("select state from standing_freeze where case_id = '" + open.id() + "'"))
                .containsExactly("ORDERED");
    }

    /** Somebody waits for the room that this test holds. */
    private void awaitWaiting() {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(4))
                .until(() -> !Courthouse.rows("select 1 from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock' and query like '%from room where id%for update%'")
                        .isEmpty());
    }
}
