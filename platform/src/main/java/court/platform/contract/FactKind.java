package court.platform.contract;

/** What a fact counts as: decides whether it becomes a ledger leaf and a dossier entry. */
public enum FactKind {
    /** Changes a case: ledger leaf and dossier entry. */
    ACT,
    /** Somebody saw protected data: ledger leaf and access register, no dossier entry. */
    ACCESS,
    /** Machinery (checkpoint, retry): neither. */
    OPERATION
}
