package court.interaction.talk;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.interaction.talk.Talk.Confirmation;
import court.platform.contract.InteractionEvent.Payment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A talk as its participants and the court see it.
 *
 * @param openedBy staff id of the judge
 * @param transcript missing in lists
 * @param confirmed every participant has confirmed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TalkView(
        UUID id,
        Instant openedAt,
        String openedBy,
        List<String> participantIds,
        @Nullable String transcript,
        @Nullable Payment payment,
        List<Confirmation> confirmations,
        boolean confirmed) {

    static TalkView line(Talk talk) {
        return of(talk, null);
    }

    static TalkView whole(Talk talk) {
        return of(talk, talk.transcript().reveal());
    }

    private static TalkView of(Talk talk, @Nullable String transcript) {
        return new TalkView(
                talk.id(),
                talk.openedAt(),
                talk.openedBy(),
                talk.participantIds(),
                transcript,
                talk.payment(),
                talk.confirmations(),
                talk instanceof Talk.Confirmed);
    }
}
