package court.ledger.verify;

/**
 * What a fact or file is said to be: once by the ledger's list, which follows the headers, and once by the fact's own
 * words, which the leaf covers. Where the two differ, the list was wrong from the start or was changed.
 *
 * @param audience party ids, joined by commas
 */
record Stated(String id, String caseId, String source, long sequence, String kind, String audience) {}
