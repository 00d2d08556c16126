package court.deploy.acceptance;

import static court.deploy.acceptance.CourtCase.values;
import static court.deploy.acceptance.Platform.HTTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.deploy.acceptance.Http.Sent;
import court.deploy.acceptance.Http.Upload;
import court.deploy.acceptance.RoomSocket.Posted;
import court.deploy.acceptance.RoomSocket.Saying;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A room in which everybody is connected and talks: to all, to one party, to the court alone. Respondent and agent come later. */
final class Gathering implements AutoCloseable {

    private static final String COURT = "COURT";
    private static final String ALL = "";
    private static final long EVERY_MS = 10_000;
    private static final Duration TO_THE_END = Duration.ofSeconds(120);

    final CourtCase room = CourtCase.open();
    private final long begun = System.nanoTime();
    private final List<Seat> seats = new CopyOnWriteArrayList<>();

    /**
     * From when on a stream is somebody's.
     *
     * @param before messages the platform had taken before
     * @param at when it surely was theirs, as {@link System#nanoTime}
     */
    private record Since(List<String> before, long at) {}

    /** Who sits here. */
    private record Seat(String party, Supplier<String> token, RoomSocket socket, Since since) {

        /** Who speaks reads their own words, and so does who acts for the same party; the court reads all. */
        boolean reads(Seat speaker, Posted said) {
            String to = said.saying().to();
            return party.equals(COURT) || speaker.party().equals(party) || to.equals(ALL) || to.equals(party);
        }
    }

    Gathering() {
        String applicant = room.partyId("APPLICANT");
        enter(COURT, room::judgeToken, List.of(ALL, applicant, COURT), fromTheBeginning());
        enter(applicant, room.applicant()::token, List.of(ALL, COURT), fromTheBeginning());
    }

    /** The judge lets the respondent in. */
    void release() {
        List<String> before = messageIds();
        Retrying.until(room::release).ok();
        Since now = new Since(before, System.nanoTime());
        enter(room.partyId("RESPONDENT"), room.respondent()::token, List.of(ALL, COURT), now);
    }

    private Since fromTheBeginning() {
        return new Since(List.of(), begun);
    }

    /** An agent of the applicant asks and is let in; they read the applicant's stream from its beginning. */
    void admitAgent() {
        String applicant = room.partyId("APPLICANT");
        Person agent = Person.anybody("代理人丙");
        Map<String, String> fields = Map.of(
                "partyIds",
                applicant,
                "kind",
                "LAWYER",
                "name",
                "代理人丙",
                "firm",
                "演示律师事务所",
                "licence",
                "13101202010000001");
        Sent asking = Sent.of(agent.token(), room.path("/agents"));
        Upload letter = new Upload("授权委托书.png", Papers.PNG, fields);
        String id = Retrying.until(() -> HTTP.upload(asking, letter)).ok().text("agentId");
        Sent approving = Sent.of(room.judgeToken(), room.path("/agents/" + id + "/approval"));
        Retrying.until(() -> HTTP.post(approving, "")).ok();
        await("the agent is a member")
                .atMost(CourtCase.SOON)
                .until(() -> HTTP.get(agent.token(), room.path("/room")).isOk());
        enter(applicant, agent::token, List.of(ALL, COURT), fromTheBeginning());
    }

    private void enter(String party, Supplier<String> token, List<String> audiences, Since since) {
        RoomSocket socket = new RoomSocket(
                room,
                token,
                i -> new Saying(
                        UUID.randomUUID().toString(),
                        "第" + i + "句",
                        audiences.get(i % audiences.size()),
                        System.nanoTime()),
                EVERY_MS);
        seats.add(new Seat(party, token, socket, since));
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
                .containsAll(
                        meantFor(seat, said -> said.saying().at() - seat.since().at() > 0))
                .noneMatch(seat.since().before()::contains);
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
