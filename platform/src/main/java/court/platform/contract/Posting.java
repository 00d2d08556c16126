package court.platform.contract;

import java.time.LocalDate;

/**
 * That something came by mail 邮寄. Time in the post does not count (rule K1): what is posted in time is in time, and the
 * court's own terms begin when it arrived.
 *
 * @param postedOn day of the postmark; where it cannot be read, the day it arrived
 * @param receivedOn day it reached the court
 */
public record Posting(LocalDate postedOn, LocalDate receivedOn) {}
