package court.asset.institution;

/** Why an answer is thrown away. The name is the stable code told in {@code InstitutionReplyRefused}. */
public enum Fault {
    /** more than 256 KB */
    SIZE,
    /** a status no answer has */
    STATUS,
    /** not signed by the institution over exactly these bytes */
    SIGNATURE,
    /** not the form agreed on */
    SCHEMA,
    /** in another institution's name */
    INSTITUTION,
    /** to a request that was not this one, or never made */
    REQUEST_NUMBER,
    /** about somebody else */
    SUBJECT,
    /** about another thing, or of a kind this institution does not hold */
    ASSET,
    /** more than was asked for, or not an amount */
    AMOUNT,
    /** longer than was asked for */
    TERM
}
