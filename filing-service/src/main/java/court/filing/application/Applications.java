package court.filing.application;

import static court.filing.application.ApplicationForm.each;

import court.filing.assignment.Courts;
import court.platform.contract.Agent;
import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.contract.Clue;
import court.platform.contract.Party;
import court.platform.contract.Posting;
import court.platform.model.Refused.Fault;
import court.platform.vault.PersonKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a form into an application, and says everything that stands against it. */
@Component
public class Applications {

    private static final int MOST_PARTIES = 50;
    private static final int MOST_AGENTS = 20;
    private static final int MOST_CLUES = 50;

    private final Courts courts;
    private final PersonKey personKey;

    Applications(Courts courts, PersonKey personKey) {
        this.courts = courts;
        this.personKey = personKey;
    }

    /**
     * Where a form is read for.
     *
     * @param before what was submitted earlier, whose people keep their ids
     * @param enteredBy staff id of the clerk who enters it now; null when an applicant does
     */
    public record Setting(
            UUID filing,
            Channel channel,
            @Nullable Application before,
            LocalDate today,
            @Nullable String enteredBy) {}

    /**
     * What a form says.
     *
     * @param application null when there are faults
     * @param advice not against it, but worth a look
     */
    public record Reading(@Nullable Application application, List<Fault> faults, List<Fault> advice) {}

    /** Reads a form; texts that no store can hold are refused at once, all else is told. */
    public Reading read(ApplicationForm form, Setting setting) {
        FormCheck check = new FormCheck(setting.today());
        Application application = application(form, check, setting);
        return new Reading(check.faults().isEmpty() ? application : null, check.faults(), check.advice());
    }

    private @Nullable Application application(ApplicationForm form, FormCheck check, Setting setting) {
        Application before = setting.before();
        PersonReader people = new PersonReader(check, personKey);
        PartyReader sides = new PartyReader(check, people, before == null ? List.of() : before.parties());
        limits(form, check);
        String court = court(form, check);
        List<@Nullable Party> applicants = sides.read(Party.Role.APPLICANT, "/applicants", each(form.applicants()));
        List<@Nullable Party> respondents = sides.read(Party.Role.RESPONDENT, "/respondents", each(form.respondents()));
        List<Agent> agents = new AgentReader(check, people, applicants, before == null ? List.of() : before.agents())
                .read(each(form.agents()));
        Claim claim = new ClaimReader(check, setting.filing().toString()).read(form.claim());
        Basis basis = new BasisReader(check).read(form.basis());
        List<Clue> clues = new ClueReader(
                        check,
                        respondents,
                        before == null ? List.of() : before.clues(),
                        setting.filing().toString())
                .read(each(form.clues()));
        List<Party> parties = Stream.concat(applicants.stream(), respondents.stream())
                .filter(Objects::nonNull)
                .toList();
        new PartyRules(check, claim, agents).check(applicants, respondents);
        Posting posting = new PostingReader(check).read(form, setting);
        return court == null || claim == null || basis == null
                ? null
                : new Application(
                        court, setting.channel(), parties, agents, claim, basis, clues, setting.enteredBy(), posting);
    }

    private @Nullable String court(ApplicationForm form, FormCheck check) {
        String court = check.text("/courtCode", form.courtCode());
        return court != null && courts.find(court).isEmpty()
                ? check.fault("/courtCode", FormRefusal.NO_SUCH_COURT)
                : court;
    }

    private static void limits(ApplicationForm form, FormCheck check) {
        if (each(form.applicants()).size() + each(form.respondents()).size() > MOST_PARTIES) {
            check.fault("/applicants", FormRefusal.TOO_MANY_PARTIES, MOST_PARTIES);
        }
        if (each(form.agents()).size() > MOST_AGENTS) {
            check.fault("/agents", FormRefusal.TOO_MANY_ENTRIES, MOST_AGENTS);
        }
        if (each(form.clues()).size() > MOST_CLUES) {
            check.fault("/clues", FormRefusal.TOO_MANY_ENTRIES, MOST_CLUES);
        }
    }
}
