package court.deploy.bench;

/** What is measured: the service or the floor. */
interface Side extends Processes {

    String name();

    /** The life that this applicant plays, on a connection of their own where they have one. */
    Life life(int applicant) throws Exception;

    /** How an applicant's thread is made. */
    Thread.Builder threads();

    /** Where the rows are, for looking on from outside. */
    Database database();
}
