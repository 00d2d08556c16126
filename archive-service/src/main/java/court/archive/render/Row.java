package court.archive.render;

/**
 * One line of a form: what it is, and what it says.
 *
 * @param label short, such as 申请执行人
 * @param value may be long; line breaks are kept
 */
public record Row(String label, String value) {}
