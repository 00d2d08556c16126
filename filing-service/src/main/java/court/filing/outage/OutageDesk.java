package court.filing.outage;

import court.platform.model.Uuid7;
import court.platform.outbox.WriteUnit;
import court.platform.security.Role;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What operations can do about outages. */
@Service
class OutageDesk {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int LONGEST_NOTE = 200;

    private final Outages outages;
    private final Commands commands;
    private final WriteUnit unit;
    private final Clock clock;

    OutageDesk(Outages outages, Commands commands, WriteUnit unit, Clock clock) {
        this.outages = outages;
        this.commands = commands;
        this.unit = unit;
        this.clock = clock;
    }

    /** An outage as operations report it. */
    record Report(
            @Nullable Instant began,
            @Nullable Instant ended,
            @Nullable String note) {}

    /** Operations record an outage by hand. */
    Mono<OutageView> record(Command command, Report report) {
        Outage outage = checked(report, command.actor().mustBe(Role.OPS).id(), clock.instant());
        return unit.run(() -> commands.once(command, () -> outages.add(outage).map(OutageView::of)));
    }

    private static Outage checked(Report report, String by, Instant now) {
        Instant began = report.began();
        Instant ended = report.ended();
        String note = report.note();
        if (began == null || ended == null) {
            throw OutageRefusal.TIMES_MISSING.because();
        }
        if (!ended.isAfter(began)) {
            throw OutageRefusal.ENDS_BEFORE_IT_BEGINS.because();
        }
        if (ended.isAfter(now)) {
            throw OutageRefusal.IN_FUTURE.because();
        }
        if (began.plus(LONGEST).isBefore(ended)) {
            throw OutageRefusal.TOO_LONG.because();
        }
        if (note == null || note.isBlank() || note.length() > LONGEST_NOTE) {
            throw OutageRefusal.NOTE_MISSING.because();
        }
        return new Outage(Uuid7.at(now), "platform", began, ended, Outage.Source.OPS, by, now, note.strip());
    }
}
