package court.filing.filing;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.filing.assignment.Courts.Judge;
import court.platform.calendar.Term;
import court.platform.contract.Change;
import court.platform.contract.CourtEvent;
import court.platform.contract.Fact;
import court.platform.contract.FileRef;
import court.platform.contract.FilingEvent;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.FilingEvent.CorrectionRequired;
import court.platform.contract.FilingEvent.FilingResubmitted;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.FilingEvent.Missing;
import court.platform.json.Secret;
import court.platform.model.CaseNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request to enforce a judgment 执行申请.
 *
 * <pre>
 *   Draft ──submit──▶ Submitted ──accept──▶ Accepted
 *                       │   ▲
 *             giveBack  ▼   │ submit
 *                      Returned
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
sealed interface Filing {

    UUID id();

    /** Pseudonym of the person who files. */
    String owner();

    /** The form as last filled in, sealed as one. */
    Secret form();

    List<Material> materials();

    /** What was applied for; null until submitted. */
    default @Nullable Application application() {
        return null;
    }

    /** In the applicant's hands. */
    sealed interface Editable extends Filing {

        int MOST_MATERIALS = 200;

        Filing with(Secret form, List<Material> materials);

        default Change<Filing> fill(Secret filled) {
            return Change.of(with(filled, materials()));
        }

        default Change<Filing> attach(Material material) {
            if (materials().size() >= MOST_MATERIALS) {
                throw FilingRefusal.TOO_MANY_MATERIALS.because(MOST_MATERIALS);
            }
            return Change.of(with(
                    form(),
                    Stream.concat(materials().stream(), Stream.of(material)).toList()));
        }

        default Change<Filing> detach(String fileId) {
            if (materials().stream().anyMatch(it -> it.isMadeFrom(fileId))) {
                throw FilingRefusal.IN_A_COMPOSITION.because();
            }
            List<Material> rest = materials().stream()
                    .filter(it -> !it.file().id().equals(fileId))
                    .toList();
            if (rest.size() == materials().size()) {
                throw FilingRefusal.NO_SUCH_MATERIAL.because();
            }
            return Change.of(with(form(), rest));
        }

        /** @param today in Shanghai; the court's seven days start the day after (rule RF1) */
        default Change<Filing> submit(Application application, Instant now, LocalDate today) {
            if (materials().isEmpty()) {
                throw FilingRefusal.NOTHING_ATTACHED.because();
            }
            List<FilingEvent.Material> told =
                    materials().stream().map(Material::told).toList();
            List<FileRef> files = materials().stream().map(Material::file).toList();
            Submitted next = new Submitted(
                    id(),
                    owner(),
                    form(),
                    materials(),
                    application,
                    now,
                    Term.days(7, today),
                    this instanceof Returned);
            return Change.of(
                    next,
                    Fact.to(application.applicants(), submission(application, told))
                            .with(files));
        }

        /** How this submission is told. */
        CourtEvent submission(Application application, List<FilingEvent.Material> materials);
    }

    /** Being filled in; nobody but the applicant knows of it. */
    record Draft(UUID id, String owner, Secret form, List<Material> materials) implements Editable {

        @Override
        public Filing with(Secret form, List<Material> materials) {
            return new Draft(id, owner, form, materials);
        }

        @Override
        public CourtEvent submission(Application it, List<FilingEvent.Material> told) {
            return new FilingSubmitted(it.courtCode(), it.channel(), it.parties(), it.claim(), it.basis(), told);
        }
    }

    /**
     * Back with the applicant, once, with everything that is missing 补正.
     *
     * @param due last day to answer
     */
    record Returned(
            UUID id,
            String owner,
            Secret form,
            List<Material> materials,
            Application application,
            List<Missing> missing,
            LocalDate due)
            implements Editable {

        @Override
        public Filing with(Secret form, List<Material> materials) {
            return new Returned(id, owner, form, materials, application, missing, due);
        }

        @Override
        public CourtEvent submission(Application it, List<FilingEvent.Material> told) {
            return new FilingResubmitted(it.courtCode(), it.channel(), it.parties(), it.claim(), it.basis(), told);
        }
    }

    /**
     * Before the court.
     *
     * @param decideBy the court's term (rule RF1)
     * @param corrected it came back after a correction
     */
    record Submitted(
            UUID id,
            String owner,
            Secret form,
            List<Material> materials,
            Application application,
            Instant at,
            Term decideBy,
            boolean corrected)
            implements Filing {

        /** @param againReason needed when the filing was already returned once (rule RF2) */
        Change<Filing> giveBack(List<Missing> missing, LocalDate due, @Nullable String againReason) {
            if (corrected && (againReason == null || againReason.isBlank())) {
                throw FilingRefusal.RETURNED_ONCE.because();
            }
            return Change.of(
                    new Returned(id, owner, form, materials, application, missing, due),
                    Fact.to(application.applicants(), new CorrectionRequired(missing, due, againReason)));
        }

        Change<Filing> accept(CaseNumber number, Judge judge, String acceptedBy, Instant now) {
            String court = application.courtCode();
            return Change.of(
                    new Accepted(id, owner, form, materials, application, number, judge, now),
                    Fact.to(
                            application.applicants(),
                            new CaseAccepted(
                                    number.text(),
                                    court,
                                    application.parties(),
                                    application.claim(),
                                    application.basis(),
                                    acceptedBy)),
                    Fact.to(application.applicants(), new JudgeAssigned(court, judge.id(), judge.name())));
        }
    }

    /** A case 立案受理. */
    record Accepted(
            UUID id,
            String owner,
            Secret form,
            List<Material> materials,
            Application application,
            CaseNumber number,
            Judge judge,
            Instant at)
            implements Filing {}

    /** The court it was handed to; empty while it is a draft. */
    default String court() {
        Application application = application();
        return application == null ? "" : application.courtCode();
    }

    /** Its state as a word for rows and answers. */
    default String stateName() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }
}
