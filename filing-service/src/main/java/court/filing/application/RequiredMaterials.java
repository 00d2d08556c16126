package court.filing.application;

import static court.filing.application.ApplicationForm.each;

import court.platform.model.Refused.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which materials an application needs: by its basis, its parties, who acts for them and how it came (capability F3). Rule
 * data with source and validity, {@code materials.json}.
 */
public final class RequiredMaterials {

    private final List<RuleSet> sets;

    private RequiredMaterials(List<RuleSet> sets) {
        this.sets = List.copyOf(sets);
    }

    /** The rules shipped with this build. */
    public static RequiredMaterials shipped() {
        try (InputStream json = RequiredMaterials.class.getResourceAsStream("materials.json")) {
            return new RequiredMaterials(List.of(JsonMapper.shared().readValue(json, RuleSet[].class)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Rules in force from a day on. */
    record RuleSet(String id, LocalDate from, String source, List<Item> items) {}

    /**
     * One material.
     *
     * @param when traits of an application any of which call for it; none means always
     * @param instead other kinds that do as well
     * @param blocks nothing is handed in without it; else the applicant is told and the court decides
     */
    public record Item(
            String kind,
            @Nullable List<String> when,
            @Nullable List<String> instead,
            boolean blocks,
            String why) {

        private boolean appliesTo(Set<String> traits) {
            return each(when).isEmpty() || each(when).stream().anyMatch(traits::contains);
        }

        private boolean isAmong(Collection<String> kinds) {
            return kinds.contains(kind) || each(instead).stream().anyMatch(kinds::contains);
        }

        Fault told() {
            FormRefusal refusal = blocks ? FormRefusal.MATERIAL_NEEDED : FormRefusal.MATERIAL_EXPECTED;
            return new Fault(
                    "/materials", refusal.code(), refusal.because(kind, why).detail());
        }
    }

    /** What this application still lacks on that day. */
    public List<Item> missing(ApplicationForm form, Channel channel, Collection<String> kinds, LocalDate today) {
        Set<String> traits = traits(form, channel);
        return on(today).items().stream()
                .filter(item -> item.appliesTo(traits) && !item.isAmong(kinds))
                .toList();
    }

    /** The id of the rules in force on that day. */
    public String version(LocalDate today) {
        return on(today).id();
    }

    private RuleSet on(LocalDate today) {
        return sets.stream()
                .filter(set -> !set.from().isAfter(today))
                .max(Comparator.comparing(RuleSet::from))
                .orElseThrow(() -> new IllegalStateException("no rules on materials are in force on " + today));
    }

    private static Set<String> traits(ApplicationForm form, Channel channel) {
        Set<String> traits = new HashSet<>(Set.of("CHANNEL:" + channel));
        ApplicationForm.BasisForm basis = form.basis();
        traits.add("BASIS:" + (basis == null ? "" : word(basis.kind())));
        ClaimForm claim = form.claim();
        traits.add("CLAIM:" + (claim == null ? "" : word(claim.kind())));
        traits.add("ACT:" + (claim == null ? "" : word(claim.act())));
        each(form.applicants()).stream().flatMap(RequiredMaterials::traits).forEach(traits::add);
        each(form.agents()).forEach(agent -> {
            traits.add("AGENT");
            traits.add("AGENT:" + word(agent.kind()));
        });
        return traits;
    }

    private static String word(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static Stream<String> traits(PartyForm applicant) {
        return Stream.of(
                "APPLICANT:" + word(applicant.kind()),
                "ID:" + word(applicant.idType()),
                applicant.guardian() == null ? "" : "GUARDIAN",
                applicant.handler() == null ? "" : "HANDLER");
    }
}
