package court.filing.deadline;

import court.filing.deadline.Extension.Asked;
import court.filing.deadline.Extension.Granted;
import court.filing.deadline.Extension.Requested;
import court.filing.deadline.Extension.Step;
import court.filing.outage.Outages;
import court.platform.calendar.Calendars;
import court.platform.calendar.LegalCalendar;
import court.platform.json.Secret;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a request for another limit needs to know. Its steps run inside the unit of the act on the filing (rule K5). */
@Component
public class Extensions {

    private final Deadlines deadlines;
    private final Outages outages;
    private final Calendars calendars;
    private final Clock clock;

    Extensions(Deadlines deadlines, Outages outages, Calendars calendars, Clock clock) {
        this.deadlines = deadlines;
        this.outages = outages;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The applicant, who missed the limit for the correction, asks for another. */
    public Mono<Step> request(@Nullable Extension before, UUID filingId, ExtensionForm form) {
        Secret obstacle = new Secret(filingId.toString(), form.why());
        LocalDate endedOn = form.ended(today());
        LocalDate lastDay = Deadlines.term(Rule.EXTENSION_REQUEST, endedOn)
                .due(calendars.current())
                .date();
        String outageId = form.outageId() == null ? null : form.outageId().toString();
        Asked asked = new Asked(obstacle, endedOn, lastDay, outageId);
        return known(form.outageId())
                .then(deadlines.latest(filingId, Rule.CORRECTION))
                .switchIfEmpty(Mono.error(ExtensionRefusal.NOT_MISSED::because))
                .map(limit -> Extension.request(before, asked, limit, today()));
    }

    private Mono<Void> known(@Nullable UUID outageId) {
        return outageId == null
                ? Mono.empty()
                : outages.find(outageId)
                        .switchIfEmpty(Mono.error(ExtensionRefusal.NO_SUCH_OUTAGE::because))
                        .then();
    }

    /** The filing judge decides; granted, the limit runs again at once. */
    public Mono<Step> decide(
            @Nullable Extension before, UUID filingId, ExtensionForm.Decision decision, String decidedBy) {
        if (!(before instanceof Requested requested)) {
            return Mono.error(ExtensionRefusal.NOTHING_REQUESTED.because());
        }
        Secret reason = new Secret(filingId.toString(), decision.because());
        Step step = decision.granted()
                ? requested.grant(decision.lastDay(), reason, decidedBy, today())
                : requested.refuse(reason, decidedBy);
        return step.next() instanceof Granted granted
                ? deadlines.extend(filingId, granted.rule(), granted.until()).thenReturn(step)
                : Mono.just(step);
    }

    private LocalDate today() {
        return LegalCalendar.dateOf(clock.instant());
    }
}
