package court.deploy.simulators.cityapp;

/** What may be wrong with a token, by script. */
enum Flaw {
    /** Nothing: as the app makes them. */
    NONE,
    /** Made six minutes ago. */
    EXPIRED,
    /** Good for a day. */
    LONG,
    /** For somebody else's service. */
    FOREIGN_AUDIENCE,
    /** Signed with a key that was not published, under the name of the one that was. */
    WRONG_KEY,
    /** Signed with a key that was not published, and says so. */
    UNKNOWN_KEY,
    /** Not signed at all. */
    UNSIGNED,
    /** Of another type. */
    OTHER_TYPE,
    /** Without one-use id. */
    NO_ID,
    /** Without phone number. */
    NO_PHONE
}
