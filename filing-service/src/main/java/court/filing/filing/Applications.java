package court.filing.filing;

import static court.filing.filing.ApplicationForm.each;

import court.filing.assignment.Courts;
import court.filing.filing.ApplicationForm.BasisForm;
import court.filing.filing.ApplicationForm.ClaimForm;
import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.contract.Party;
import court.platform.json.Secret;
import court.platform.model.Money;
import court.platform.vault.PersonKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a form into an application, or says everything that stands against it. */
@Component
class Applications {

    private static final int MOST_PARTIES = 50;

    private final Courts courts;
    private final PersonKey personKey;

    Applications(Courts courts, PersonKey personKey) {
        this.courts = courts;
        this.personKey = personKey;
    }

    /** Refuses what is ill-formed; what is empty may stay empty. */
    void checkDraft(ApplicationForm form, LocalDate today) {
        FormCheck check = new FormCheck(false, today);
        read(form, check, UUID.randomUUID(), List.of(), "");
        check.refuseFaults();
    }

    /**
     * The complete application.
     *
     * @param known parties of an earlier submission, who keep their ids
     */
    Application complete(ApplicationForm form, UUID filing, List<Party> known, String channel, LocalDate today) {
        FormCheck check = new FormCheck(true, today);
        Application application = read(form, check, filing, known, channel);
        check.refuseFaults();
        return Objects.requireNonNull(application);
    }

    private @Nullable Application read(
            ApplicationForm form, FormCheck check, UUID filing, List<Party> known, String channel) {
        String court = check.text("/courtCode", form.courtCode());
        if (court != null && courts.find(court).isEmpty()) {
            court = check.fault("/courtCode", FormRefusal.NO_SUCH_COURT);
        }
        PartyReader reader = new PartyReader(check, personKey, known);
        List<Party> parties = Stream.concat(
                        reader.read(Party.Role.APPLICANT, "/applicants", each(form.applicants())),
                        reader.read(Party.Role.RESPONDENT, "/respondents", each(form.respondents())))
                .toList();
        if (each(form.applicants()).size() + each(form.respondents()).size() > MOST_PARTIES) {
            check.fault("/applicants", FormRefusal.TOO_MANY_PARTIES, MOST_PARTIES);
        }
        Claim claim = claim(form.claim(), check, filing);
        Basis basis = basis(form.basis(), check);
        return court == null || claim == null || basis == null
                ? null
                : new Application(court, channel, parties, claim, basis);
    }

    private static @Nullable Claim claim(@Nullable ClaimForm form, FormCheck check, UUID filing) {
        if (form == null) {
            return check.missing("/claim");
        }
        Claim.Kind kind = check.choice("/claim/kind", form.kind(), Claim.Kind.class);
        String description = check.text("/claim/description", form.description());
        Money amount =
                kind == Claim.Kind.MONEY || form.amount() != null ? check.money("/claim/amount", form.amount()) : null;
        if (amount != null && amount.amount().signum() == 0) {
            check.fault("/claim/amount", FormRefusal.ZERO_AMOUNT);
        }
        return kind == null || description == null
                ? null
                : new Claim(kind, kind == Claim.Kind.MONEY ? amount : null, new Secret(filing.toString(), description));
    }

    private static @Nullable Basis basis(@Nullable BasisForm form, FormCheck check) {
        if (form == null) {
            return check.missing("/basis");
        }
        Basis.Kind kind = check.choice("/basis/kind", form.kind(), Basis.Kind.class);
        String number = check.text("/basis/number", form.number());
        String issuedBy = check.text("/basis/issuedBy", form.issuedBy());
        LocalDate effectiveOn = check.pastDate("/basis/effectiveOn", form.effectiveOn());
        return kind == null || number == null || issuedBy == null || effectiveOn == null
                ? null
                : new Basis(kind, number, issuedBy, effectiveOn);
    }
}
