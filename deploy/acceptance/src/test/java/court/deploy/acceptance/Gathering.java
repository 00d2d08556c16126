package court.deploy.acceptance;

import static court.deploy.acceptance.CourtCase.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.deploy.acceptance.RoomSocket.Posted;
import court.deploy.acceptance.RoomSocket.Saying;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A room in which everybody is connected and talks: to all, to one party, to the court alone. The respondent comes later. */
final class Gathering implements AutoCloseable {

    private static final String COURT = "COURT";
    private static final String ALL = "";
    private static final long EVERY_MS = 6_000;
    private static final Duration TO_THE_END = Duration.ofSeconds(120);

    final CourtCase room = CourtCase.open();
    private final List<Seat> seats = new CopyOnWriteArrayList<>();

    /**
     * Who sits here.
     *
     * @param before what the platform had taken before they were let in
     * @param since when they surely were in, as {@link System#nanoTime}
     */
    private record Seat(String party, Supplier<String> token, RoomSocket socket, List<String> before, long since) {

        /** Who speaks reads their own words, the court reads all. */
        boolean reads(Seat speaker, Posted said) {
            String to = said.saying().to();
            return party.equals(COURT) || speaker == this || to.equals(ALL) || to.equals(party);
        }
    }

    Gathering() {
        String applicant = room.partyId("APPLICANT");
        enter(COURT, room::judgeToken, List.of(ALL, applicant, COURT), List.of());
        enter(applicant, room.applicant()::token, List.of(ALL, COURT), List.of());
    }

    /** The judge lets the respondent in. */
    void release() {
        List<String> before = messageIds();
        Retrying.until(room::release).ok();
        enter(room.partyId("RESPONDENT"), room.respondent()::token, List.of(ALL, COURT), before);
    }

    private void enter(String party, Supplier<String> token, List<String> audiences, List<String> before) {
        RoomSocket socket = new RoomSocket(
                room,
                token,
                i -> new Saying(
                        UUID.randomUUID().toString(),
                        "第" + i + "句",
                        audiences.get(i % audiences.size()),
                        System.nanoTime()),
                EVERY_MS);
        seats.add(new Seat(party, token, socket, before, System.nanoTime()));
    }

    private Stream<Posted> posted() {
        return seats.stream().flatMap(seat -> seat.socket().posted.stream());
    }

    int said() {
        return (int) posted().count();
    }

    List<String> messageIds() {
        return posted().map(Posted::messageId).toList();
    }

    List<String> failures() {
        return seats.stream().flatMap(seat -> seat.socket().failures.stream()).toList();
    }

    void fallSilent() {
        seats.forEach(seat -> seat.socket().fallSilent());
    }

    /** Each client has exactly the stream the platform keeps for its reader, and that is exactly what was said to it. */
    void mustBeWhole() {
        await("all was posted")
                .atMost(TO_THE_END)
                .until(() -> seats.stream().allMatch(seat -> seat.socket().isDone()));
        seats.forEach(this::hasItsOwnStream);
        assertThat(failures()).isEmpty();
    }

    private void hasItsOwnStream(Seat seat) {
        List<JsonNode> kept = room.stream(seat.token().get());
        await("the client has caught up")
                .atMost(TO_THE_END)
                .until(() -> seat.socket().seen.size() >= kept.size());
        assertThat(seat.socket().seen).isEqualTo(kept);
        List<String> read =
                values(kept.stream().filter(it -> it.has("messageId")).toList(), "messageId");
        assertThat(read)
                .doesNotHaveDuplicates()
                .containsAll(meantFor(seat, said -> said.saying().at() - seat.since() > 0))
                .noneMatch(seat.before()::contains);
        assertThat(meantFor(seat, said -> true)).containsAll(read);
    }

    private List<String> meantFor(Seat seat, Predicate<Posted> which) {
        return seats.stream()
                .flatMap(speaker ->
                        speaker.socket().posted.stream().filter(which).filter(it -> seat.reads(speaker, it)))
                .map(Posted::messageId)
                .toList();
    }

    @Override
    public void close() {
        seats.forEach(seat -> seat.socket().close());
    }
}
