package court.filing.application;

import court.filing.application.ApplicationForm.ClueForm;
import court.platform.contract.Clue;
import court.platform.contract.Party;
import court.platform.json.Secret;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads where property of the respondents may be 财产线索. */
final class ClueReader {

    private final FormCheck check;
    private final List<@Nullable Party> respondents;
    private final List<Clue> known;
    private final String owner;

    /** @param owner whose key seals the descriptions */
    ClueReader(FormCheck check, List<@Nullable Party> respondents, List<Clue> known, String owner) {
        this.check = check;
        this.respondents = respondents;
        this.known = known;
        this.owner = owner;
    }

    List<Clue> read(List<ClueForm> forms) {
        return IntStream.range(0, forms.size())
                .mapToObj(i -> clue("/clues/" + i, forms.get(i)))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private @Nullable Clue clue(String at, ClueForm form) {
        Clue.Kind kind = check.choice(at + "/kind", form.kind(), Clue.Kind.class);
        String description = check.text(at + "/description", form.description());
        int position = form.respondent() == null ? 0 : form.respondent();
        if (position < 0 || position >= respondents.size()) {
            return check.fault(at + "/respondent", FormRefusal.NO_SUCH_PARTY);
        }
        Party about = respondents.get(position);
        return kind == null || description == null || about == null
                ? null
                : same(new Clue(UUID.randomUUID().toString(), kind, about.partyId(), new Secret(owner, description)));
    }

    /** The same clue keeps its id through corrections. */
    private Clue same(Clue told) {
        return known.stream()
                .filter(it -> it.kind() == told.kind()
                        && it.about().equals(told.about())
                        && it.description().equals(told.description()))
                .findFirst()
                .orElse(told);
    }
}
