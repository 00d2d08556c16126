package court.interaction.stream;

/**
 * Makes the marks by which the words of a message can be found without being read. Blocking: a key may have to be read from disk.
 */
public interface WordMarks {

    /** By which algorithms the marks are made now; others do not compare. */
    String suite();

    /** The marks of all words of a message, in an order that tells nothing; none when there are no words. */
    Long[] of(Message message);
}
