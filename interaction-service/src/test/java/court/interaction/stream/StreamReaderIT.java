package court.interaction.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Cases;
import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.interaction.LiveStream;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.Party;
import court.platform.security.Memberships;
import court.platform.support.Caller;
import court.platform.support.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who reads what of a stream, for how long, and from which place on. */
class StreamReaderIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private final OpenCase open = Courthouse.openCase();
    private final String stream = open.path("/stream");

    @Test
    void aStreamShowsOnlyWhatIsAddressedToItsReader() {
        try (LiveStream court = LiveStream.open(open.judge(), stream);
                LiveStream party = LiveStream.open(open.party("a2"), stream)) {
            open.party("a1").post(open.path("/messages"), Map.of("text", "只给法院", "audience", List.of("COURT")));
            open.say(2);

            await().atMost(SOON)
                    .until(() ->
                            court.seqs().equals(List.of(1L, 2L)) && party.seqs().equals(List.of(1L)));
            assertThat(party.entries().getFirst().get("text").asString()).isEqualTo("消息 2");
        }
    }

    @Test
    void aStreamEndsWhenTheMembershipGoes() {
        open.say(1);
        try (LiveStream live = LiveStream.open(open.party("a2"), stream)) {
            await().atMost(SOON).until(() -> live.seqs().equals(List.of(1L)));

            Courthouse.execute("delete from membership where member = '" + open.key("a2") + "'");
            open.say(2);

            await().atMost(Duration.ofSeconds(5)).until(live::ended);
            assertThat(live.seqs()).containsExactly(1L);
            assertThat(open.party("a2").get(stream).status()).isEqualTo(404);
        }
    }

    @Test
    void whoIsLetInAfterALookIsNotPutOutByIt() {
        open.say(1);
        try (LiveStream court = LiveStream.open(open.judge(), stream)) {
            await().atMost(SOON).until(() -> court.seqs().equals(List.of(1L)));
            Courthouse.execute("insert into membership (case_id, member, role, party_id, court) values ('" + open.id()
                    + "', 'late', 'RESPONDENT', 'r1', '')");

            Watch.Sight seen = Courthouse.service()
                    .bean(Watch.class)
                    .of(open.id(), Reader.COURT)
                    .blockFirst(SOON);

            assertThat(seen.places()).extracting(Memberships.Place::member).contains("late");
        }
    }

    @Test
    void aStreamEndsWithTheToken() throws IOException {
        Path ahead = RunningService.folder("clock").resolve("offset");
        Files.writeString(ahead, "PT14M55S");
        try (RunningService late = Courthouse.start(Map.of("court.clock.offset-file", ahead.toString()));
                LiveStream live = LiveStream.open(open.party("a2").at(late.address()), stream)) {
            await().atMost(SOON).until(() -> !live.comments().isEmpty());
            assertThat(live.ended()).isFalse();

            await().atMost(SOON).until(live::ended);
        }
    }

    @Test
    void nobodyReadsAnothersStream() {
        assertThat(open.party("a2").get(open.path("/messages?reader=a1")).code())
                .isEqualTo("access.not_yours");
        assertThat(open.party("a2").get(open.path("/messages?reader=COURT")).code())
                .isEqualTo("access.not_yours");
        assertThat(open.party("a2").get(open.path("/stream?reader=a1")).code()).isEqualTo("access.not_yours");
        assertThat(open.judge().get(open.path("/messages?reader=a1")).code()).isEqualTo("access.not_yours");
        assertThat(open.party("a2").get(open.path("/messages?reader=a2")).status())
                .isEqualTo(200);
    }

    @Test
    void whoActsForTwoPartiesReadsAndSpeaksForEachApart() {
        OpenCase both = new OpenCase(UUID.randomUUID());
        List<Party> parties = List.of(
                Cases.party("a1", Party.Role.APPLICANT, "甲", both.key("one")),
                Cases.party("a2", Party.Role.APPLICANT, "乙", both.key("one")));
        Courthouse.say(Courthouse.fact(both.id(), 1, Cases.submitted(parties)));
        Courthouse.say(Courthouse.fact(both.id(), 2, Cases.accepted(parties)));
        Courthouse.say(
                Courthouse.fact(both.id(), 3, new JudgeAssigned(Cases.COURT, "judge-1", "执行法官一", null, null, null)));
        Caller one = both.party("one");
        await().atMost(SOON).until(() -> one.get(both.path("/room")).status() == 200);

        one.post(both.path("/messages"), Map.of("text", "为乙", "sender", "a2", "audience", List.of("COURT")));

        assertThat(one.get(both.path("/messages")).json().get("items")).isEmpty();
        assertThat(one.get(both.path("/messages?reader=a2")).json().get("items"))
                .hasSize(1);
    }

    @Test
    void aStreamIsReadPageByPage() {
        IntStream.range(0, 5).forEach(open::say);

        JsonNode first = open.judge().get(open.path("/messages?limit=3")).json();
        JsonNode rest = open.judge()
                .get(open.path("/messages?after=" + first.get("nextCursor").asString()))
                .json();

        assertThat(LiveStream.seqs(first.get("items").valueStream().toList())).containsExactly(1L, 2L, 3L);
        assertThat(LiveStream.seqs(rest.get("items").valueStream().toList())).containsExactly(4L, 5L);
        assertThat(rest.has("nextCursor") && !rest.get("nextCursor").isNull()).isFalse();
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        open.say(1);
        for (String place : List.of("x", "-1", "2", "9999999999999999999", "1.0", "")) {
            assertThat(open.judge().get(open.path("/messages?after=" + place)).code())
                    .as(place)
                    .isEqualTo("edge.cursor_unreadable");
        }
        assertThat(open.judge().get(stream, "Last-Event-ID", "x").code()).isEqualTo("edge.cursor_unreadable");
        assertThat(open.judge().get("/api/v1/cases/none/messages").code()).isEqualTo("edge.wrong_value");
    }
}
