package court.deploy.simulators.institution;

/** How an institution behaves, by script. */
enum Behaviour {
    NORMAL,
    /** Every answer takes its time. */
    SLOW,
    /** Nobody answers: 503, nothing is carried out. */
    DOWN,
    /** Taken at once, carried out; the result can be asked for later. */
    LATE,
    /** Carried out, but the connection ends before anything is answered. */
    LOST,
    /** The request arrives twice; it is carried out once. */
    DUPLICATE,
    WRONG_SCHEMA,
    TOO_LARGE,
    WRONG_SIGNATURE,
    WRONG_SUBJECT,
    WRONG_AMOUNT,
    WRONG_REQUEST;

    /** Whether it also shows when a result is only asked for again. */
    boolean concernsLookingUp() {
        return this != NORMAL && this != LATE && this != LOST && this != DUPLICATE;
    }
}
