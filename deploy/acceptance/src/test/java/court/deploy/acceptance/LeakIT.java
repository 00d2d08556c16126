package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.deploy.acceptance.Http.Upload;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Every reader, every message, every path: who may not read a message finds on no path its words, its file's name or
 * content, its id, or the id of its act. Who may read it finds it on each path that shows messages.
 */
class LeakIT {

    private static final String COURT = "COURT";
    private static final String ALL = "";

    private static CourtCase room;
    private static String applicantId;
    private static String respondentId;
    private static final List<Kept> ALL_SAID = new ArrayList<>();

    /** Who asks. The strangers belong to another case, another court, or to nothing. */
    enum Reader {
        JUDGE,
        APPLICANT,
        RESPONDENT,
        STRANGER,
        OTHER_COURT;

        String token() {
            return switch (this) {
                case JUDGE -> room.judgeToken();
                case APPLICANT -> room.applicant().token();
                case RESPONDENT -> room.respondent().token();
                case STRANGER -> Platform.token("stranger");
                case OTHER_COURT -> Platform.token("pudong-judge-1");
            };
        }

        /** As whom they speak. */
        String id() {
            return switch (this) {
                case JUDGE -> room.judge();
                case APPLICANT -> applicantId;
                case RESPONDENT -> respondentId;
                case STRANGER, OTHER_COURT -> "";
            };
        }

        boolean isMember() {
            return this != STRANGER && this != OTHER_COURT;
        }
    }

    /**
     * A message with marks that are nowhere else.
     *
     * @param mark in its words, or in its file's name and content
     */
    private record Kept(String messageId, String factId, String fileId, String mark, Set<Reader> readers) {

        /** What betrays it, wherever it stands. */
        List<String> traces() {
            return Stream.of(messageId, factId, fileId, mark)
                    .filter(it -> !it.isEmpty())
                    .toList();
        }
    }

    @BeforeAll
    static void everybodySaysEverythingToEverybody() {
        room = CourtCase.open();
        applicantId = room.partyId("APPLICANT");
        respondentId = room.partyId("RESPONDENT");
        for (Reader speaker : List.of(Reader.JUDGE, Reader.APPLICANT)) {
            say(speaker, ALL, EnumSet.of(Reader.JUDGE, Reader.APPLICANT)); // the respondent is not let in yet
        }
        room.release().ok();
        for (Reader speaker : List.of(Reader.JUDGE, Reader.APPLICANT, Reader.RESPONDENT)) {
            say(speaker, ALL, EnumSet.of(Reader.JUDGE, Reader.APPLICANT, Reader.RESPONDENT));
            say(speaker, COURT, EnumSet.of(Reader.JUDGE, speaker));
            say(speaker, applicantId, EnumSet.of(Reader.JUDGE, Reader.APPLICANT, speaker));
            say(speaker, respondentId, EnumSet.of(Reader.JUDGE, Reader.RESPONDENT, speaker));
        }
        room.settled();
        Map<String, String> facts = room.timeline(room.judgeToken()).stream()
                .filter(it -> it.path("type").asString().equals("MessagePosted"))
                .collect(Collectors.toMap(
                        it -> room.entry(it.path("factId").asString())
                                .at("/data/messageId")
                                .asString(),
                        it -> it.path("factId").asString()));
        ALL_SAID.replaceAll(
                it -> new Kept(it.messageId(), facts.get(it.messageId()), it.fileId(), it.mark(), it.readers()));
    }

    /** In words, and as a file. */
    private static void say(Reader speaker, String to, Set<Reader> readers) {
        String audience = to.isEmpty() ? "" : ",\"audience\":[\"" + to + "\"]";
        String words = mark();
        Answer said = HTTP.post(speaker.token(), room.path("/messages"), "{\"text\":\"" + words + "\"" + audience + "}")
                .ok();
        ALL_SAID.add(new Kept(said.text("messageId"), "", "", words, readers));
        String name = mark();
        Map<String, String> fields = to.isEmpty() ? Map.of() : Map.of("audience", to);
        Answer sent = room.send(speaker.token(), new Upload(name + ".txt", Papers.text(name), fields))
                .ok();
        ALL_SAID.add(new Kept(sent.text("messageId"), "", fileOf(sent.text("messageId")), name, readers));
    }

    private static String mark() {
        return "记号" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String fileOf(String messageId) {
        return room.messages(room.judgeToken()).stream()
                .filter(it -> it.path("messageId").asString().equals(messageId))
                .map(it -> it.at("/file/id").asString())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void streamsShowWhatIsMeantForTheReaderAndNothingElse(Reader reader) {
        List<Kept> theirs =
                ALL_SAID.stream().filter(it -> it.readers().contains(reader)).toList();
        for (Map.Entry<String, String> path : streams(reader).entrySet()) {
            assertThat(theirs).as(path.getKey()).allMatch(it -> path.getValue().contains(it.messageId()));
            mustNotBetray(reader, path.getKey(), path.getValue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noOtherPathBetraysAnything(Reader reader) {
        Stream.of(
                        "/room",
                        "/timeline",
                        "/leaves",
                        "/verification",
                        "/consistency",
                        "/accesses",
                        "/talks",
                        "/messages?reader=" + applicantId,
                        "/messages?reader=" + respondentId,
                        "/messages?reader=" + COURT,
                        "/prompts")
                .map(room::path)
                .forEach(path -> mustNotBetray(reader, path, everything(reader, path)));
        for (String path : List.of("/api/v1/cases", "/api/v1/filings", "/api/v1/filings/" + room.id())) {
            mustNotBetray(reader, path, everything(reader, path));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAskedForByItsIdIsGivenToItsReadersOnly(Reader reader) {
        for (Kept kept : ALL_SAID) {
            int expected = kept.readers().contains(reader) ? 200 : 404;
            assertThat(HTTP.get(reader.token(), room.path("/entries/" + kept.factId()))
                            .status())
                    .isEqualTo(expected);
            if (!kept.fileId().isEmpty()) {
                Answer file = HTTP.get(reader.token(), room.path("/files/" + kept.fileId() + "/content"));
                assertThat(file.status()).isEqualTo(expected);
                assertThat(file.body().contains(kept.mark())).isEqualTo(expected == 200);
            }
        }
    }

    /** Searched for by its own mark, by who said it and by kind. */
    @ParameterizedTest
    @EnumSource
    void aSearchFindsWhatIsTheirsAndNothingElse(Reader reader) {
        for (Kept kept : ALL_SAID) {
            String found = everything(reader, room.path("/search?q=" + kept.mark()));
            assertThat(found.contains(kept.messageId()))
                    .isEqualTo(kept.readers().contains(reader));
        }
        for (String query : List.of("kind=TEXT", "kind=FILE", "sender=" + respondentId, "sender=" + applicantId)) {
            String path = room.path("/search?" + query);
            mustNotBetray(reader, path, everything(reader, path));
        }
    }

    /** Unread counts are of the reader's own stream; before anything was read all of it is unread but what they said. */
    @ParameterizedTest
    @EnumSource(names = {"JUDGE", "APPLICANT", "RESPONDENT"})
    void countsCountWhatIsTheirs(Reader reader) {
        long others = room.stream(reader.token()).stream()
                .filter(it -> !it.path("senderId").asString("").equals(reader.id()))
                .count();
        assertThat(HTTP.get(reader.token(), room.path("/read"))
                        .ok()
                        .json()
                        .at("/mine/unread")
                        .asLong())
                .isEqualTo(others);
        assertThat(CourtCase.all(reader.token(), "/api/v1/cases", "cursor").stream()
                        .filter(it -> it.path("id").asString().equals(room.id()))
                        .map(it -> it.path("unread").asLong()))
                .containsExactly(others);
    }

    private static void mustNotBetray(Reader reader, String path, String body) {
        ALL_SAID.stream()
                .filter(it -> !it.readers().contains(reader))
                .flatMap(it -> it.traces().stream())
                .forEach(trace -> assertThat(body).as(path).doesNotContain(trace));
    }

    /** The same stream by all ways there are. */
    private static Map<String, String> streams(Reader reader) {
        if (!reader.isMember()) {
            return Map.of();
        }
        List<JsonNode> byRest = room.stream(reader.token());
        return Map.of(
                "REST", byRest.toString(),
                "SSE", bySse(reader, byRest.size()).toString(),
                "socket", bySocket(reader, byRest.size()).toString());
    }

    private static List<JsonNode> bySse(Reader reader, int many) {
        try (Follower follower = Follower.of(room, reader::token)) {
            await().atMost(CourtCase.SOON).until(() -> follower.ids().size() >= many);
            return follower.seen();
        }
    }

    private static List<JsonNode> bySocket(Reader reader, int many) {
        try (RoomSocket socket = RoomSocket.silent(room, reader::token)) {
            await().atMost(CourtCase.SOON).until(() -> socket.seen.size() >= many);
            return List.copyOf(socket.seen);
        }
    }

    /** The answer, all pages of it when it is a list; a refusal too may say nothing. */
    private static String everything(Reader reader, String path) {
        StringBuilder all = new StringBuilder();
        String from = path;
        while (!from.isEmpty()) {
            Answer page = HTTP.get(reader.token(), from);
            all.append(page.body());
            String next = page.isOk() && page.body().startsWith("{") ? page.text("nextCursor") : "";
            String cursor = path.contains("/messages") ? "after" : "cursor";
            from = next.isEmpty() ? "" : path + (path.contains("?") ? "&" : "?") + cursor + "=" + next;
        }
        return all.toString();
    }
}
