package court.filing.filing;

import court.filing.deadline.Deadline;
import court.filing.deadline.Deadlines;
import court.platform.contract.Party;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The limits of a case in its room, for the court and for whom each concerns. */
@RestController
class CaseDeadlinesController {

    private final Filings filings;
    private final Memberships memberships;
    private final Deadlines deadlines;
    private final Answers answers;

    CaseDeadlinesController(Filings filings, Memberships memberships, Deadlines deadlines, Answers answers) {
        this.filings = filings;
        this.memberships = memberships;
        this.deadlines = deadlines;
        this.answers = answers;
    }

    /** Oldest first. */
    record CaseDeadlines(List<CaseDeadline> items) {}

    /**
     * Who looks.
     *
     * @param sides of a party
     */
    private record Viewer(boolean court, Set<Party.Role> sides) {

        boolean sees(Deadline limit) {
            return court || Deadlines.rule(limit).tell().concerns().stream().anyMatch(sides::contains);
        }
    }

    @GetMapping("/api/v1/cases/{caseId}/deadlines")
    Mono<CaseDeadlines> list(Actor actor, @PathVariable UUID caseId) {
        return filings.find(caseId)
                .filter(Filing.Accepted.class::isInstance)
                .flatMap(filing -> viewer(actor, filing))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because))
                .flatMap(viewer -> shown(caseId, viewer));
    }

    /** By the filing; a respondent who was let in, and whom else the room knows, by the room (rule RS5). */
    private Mono<Viewer> viewer(Actor actor, Filing filing) {
        if (FilingAccess.mayTouch(actor, filing)) {
            return Mono.just(new Viewer(actor.isStaff(), Set.of(Party.Role.APPLICANT)));
        }
        return memberships.get(actor, filing.id()).map(member -> new Viewer(member.isCourt(), sides(member, filing)));
    }

    private static Set<Party.Role> sides(Membership member, Filing filing) {
        return filing.application() == null
                ? Set.of()
                : filing.application().parties().stream()
                        .filter(party -> member.partyIds().contains(party.partyId()))
                        .map(Party::role)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Party.Role.class)));
    }

    private Mono<CaseDeadlines> shown(UUID caseId, Viewer viewer) {
        LocalDate today = answers.day().today();
        return deadlines
                .of(caseId)
                .filter(viewer::sees)
                .collectList()
                .zipWith(deadlines.history(caseId).collectList())
                .map(it -> new CaseDeadlines(it.getT1().stream()
                        .map(limit -> CaseDeadline.of(limit, it.getT2(), today))
                        .toList()));
    }
}
