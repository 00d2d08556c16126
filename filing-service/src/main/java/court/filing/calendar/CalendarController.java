package court.filing.calendar;

import court.filing.calendar.Announcements.Imported;
import court.platform.calendar.Calendars;
import court.platform.calendar.HolidayYear;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.web.Command;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The legal calendar over HTTP. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarController {

    private final Announcements announcements;
    private final Calendars calendars;

    CalendarController(Announcements announcements, Calendars calendars) {
        this.announcements = announcements;
        this.calendars = calendars;
    }

    /** Operations import an announcement; it replaces what was known of its year, and running limits are recomputed. */
    @PostMapping("/announcements")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Imported> add(Command command, @RequestBody AnnouncementForm form) {
        command.actor().mustBe(Role.OPS);
        return announcements
                .add(command, form.checked())
                .flatMap(done -> announcements.publish().thenReturn(done));
    }

    /**
     * One year as announced.
     *
     * @param edition names the whole calendar now in force
     */
    record AnnouncedYear(int year, String edition, List<String> papers, List<HolidayYear.Day> days) {}

    /** The days off and the make-up days of a year, for everybody signed in. */
    @GetMapping("/{year}")
    Mono<AnnouncedYear> get(Actor actor, @PathVariable int year) {
        Calendars.Edition edition = calendars.edition();
        return Mono.just(Optional.ofNullable(edition.announced().get(year))
                .map(it -> new AnnouncedYear(year, edition.id(), it.papers(), it.days()))
                .orElseThrow(CalendarRefusal.NOT_ANNOUNCED::because));
    }
}
