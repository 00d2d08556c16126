package court.asset.matter;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.Party;
import court.platform.json.Secret;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as property control knows it: whose property may be looked for and held.
 *
 * <pre>
 *   accept ──▶ Accepted ──assign──▶ Led ──assign──▶ Led
 *                  │                 │
 *                  └────── close ────┴──▶ Closed
 * </pre>
 *
 * Facts of two services may arrive in either order: a closing heard first stands, and the acceptance changes nothing then.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
public sealed interface Matter {

    UUID id();

    /** What the filing told. */
    record CaseFile(String caseNumber, String courtCode, List<Respondent> respondents) {}

    /** A respondent 被执行人, whom alone institutions may be asked about. */
    record Respondent(String partyId, Secret name, String idType, Secret idNumber) {

        private static Respondent of(Party party) {
            return new Respondent(party.partyId(), party.name(), party.idType(), party.idNumber());
        }
    }

    static Matter accept(UUID id, CaseAccepted accepted) {
        List<Respondent> respondents = accepted.parties().stream()
                .filter(party -> party.role() == Party.Role.RESPONDENT)
                .map(Respondent::of)
                .toList();
        return new Accepted(id, new CaseFile(accepted.caseNumber(), accepted.courtCode(), respondents));
    }

    /** A judge takes the case, or takes it over. */
    Matter assign(String judgeId);

    /** The case has ended: nothing is asked and nothing is frozen any more. */
    Closed close();

    /** While the case runs. */
    sealed interface Open extends Matter {

        CaseFile file();

        default Optional<Respondent> find(String partyId) {
            return file().respondents().stream()
                    .filter(it -> it.partyId().equals(partyId))
                    .findFirst();
        }

        /** Refuses everybody who is not a respondent of this case (rule RP4). */
        default Respondent respondent(String partyId) {
            return find(partyId).orElseThrow(MatterRefusal.NOT_A_RESPONDENT::because);
        }

        @Override
        default Matter assign(String judgeId) {
            return new Led(id(), file(), judgeId);
        }

        @Override
        default Closed close() {
            return new Closed(id(), file());
        }
    }

    record Accepted(UUID id, CaseFile file) implements Open {}

    record Led(UUID id, CaseFile file, String judgeId) implements Open {}

    /** @param file null when the closing was heard before the acceptance */
    record Closed(UUID id, @Nullable CaseFile file) implements Matter {

        @Override
        public Matter assign(String judgeId) {
            return this;
        }

        @Override
        public Closed close() {
            return this;
        }
    }

    /** The case as it runs; refuses when it has ended. */
    default Open open() {
        if (this instanceof Open open) {
            return open;
        }
        throw MatterRefusal.CLOSED.because();
    }
}
