package court.platform.contract;

/**
 * One thing that happened, as its service tells it. Facts are immutable and additive only: a field may be added, never
 * renamed or removed; a changed meaning is a new fact. Protected values are {@link court.platform.json.Secret}s, people
 * are named by party id.
 */
public sealed interface CourtEvent
        permits FilingEvent, InteractionEvent, MemberEvent, AssetEvent, DossierEvent, AccessEvent {

    default FactKind kind() {
        return FactKind.ACT;
    }
}
