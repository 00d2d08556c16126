package court.filing.filing;

/** A filing with the version of its row. */
record Stored(Filing filing, long version) {}
