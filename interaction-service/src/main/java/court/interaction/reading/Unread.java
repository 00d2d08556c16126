package court.interaction.reading;

/** What counts as not read, in SQL: the one place where it is said. */
public final class Unread {

    private Unread() {}

    /**
     * How many entries of a stream stand after the place to which {@code :me} has read and were not sent by them or in their party's
     * name; cards count.
     *
     * @param caseId expression for the case
     * @param reader expression for the stream's reader
     */
    public static String count(String caseId, String reader) {
        return """
                (select count(*) from stream s join message e on e.id = s.message_id
                 where s.case_id = %1$s and s.reader = %2$s and e.sender not in (s.reader, :me)
                   and s.seq > coalesce((select p.seq from read_position p
                       where p.case_id = s.case_id and p.reader = s.reader and p.person = :me), 0))""".formatted(caseId, reader);
    }
}
