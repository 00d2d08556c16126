package court.deploy.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.platform.bundle.Acknowledgement.Answer;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the journal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Judged.class, name = "JUDGED"),
    @JsonSubTypes.Type(value = Step.HandedIn.class, name = "HANDED_IN")
})
sealed interface Step {

    /**
     * A bundle was dealt with: its package lies in the archive, or is refused.
     *
     * @param taken how far the case has come with it; with a received package only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Judged(Answer answer, UUID caseId, @Nullable Taken taken) implements Step {}

    /**
     * How far one case has come.
     *
     * @param number of its last package
     * @param cut the last sequence of each source
     */
    record Taken(int number, Map<String, Long> cut) {

        static final Taken NOTHING = new Taken(-1, Map.of());

        long last(String source) {
            return cut.getOrDefault(source, 0L);
        }
    }

    /** An acknowledgement has reached the other side; nobody need send it again. */
    record HandedIn(long acknowledgement) implements Step {}
}
