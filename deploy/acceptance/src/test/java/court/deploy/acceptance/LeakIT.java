package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static org.assertj.core.api.Assertions.assertThat;

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

/**
 * Every reader, every message, every path: who may not read a message finds on no path its words, its file's name or
 * content, its id, or the id of its act. Who may read it finds it on each path that shows messages. What was taken back is read by the
 * court alone; who could read it before finds that it was there.
 */
class LeakIT {

    private static final String COURT = "COURT";
    private static final String ALL = "";

    private static CourtCase room;
    private static String applicantId;
    private static String respondentId;
    private static final List<Kept> ALL_SAID = new ArrayList<>();
    private static final List<Kept> TAKEN_BACK = new ArrayList<>();

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

        Kept asFact(Map<String, String> facts) {
            return new Kept(messageId, facts.get(messageId), fileId, mark, readers);
        }

        /** What says what it was, not only that it was; on the ledger the leaf of a file stands under the file's id. */
        List<String> contents(String path) {
            boolean onLedger = path.endsWith("/leaves") || path.endsWith("/verification");
            return onLedger || fileId.isEmpty() ? List.of(mark) : List.of(fileId, mark);
        }
    }

    @BeforeAll
    static void everybodySaysEverythingToEverybody() {
        room = CourtCase.open();
        applicantId = room.partyId("APPLICANT");
        respondentId = room.partyId("RESPONDENT");
        for (Reader speaker : List.of(Reader.JUDGE, Reader.APPLICANT)) {
            ALL_SAID.addAll(say(speaker, ALL, EnumSet.of(Reader.JUDGE, Reader.APPLICANT))); // respondent not let in yet
        }
        room.release().ok();
        for (Reader speaker : List.of(Reader.JUDGE, Reader.APPLICANT, Reader.RESPONDENT)) {
            ALL_SAID.addAll(saidToEach(speaker));
            List<Kept> takenBack = saidToEach(speaker);
            takenBack.forEach(it -> takeBack(speaker, it));
            TAKEN_BACK.addAll(takenBack);
        }
        room.settled();
        Map<String, String> facts = room.timeline(room.judgeToken()).stream()
                .filter(it -> it.path("type").asString().equals("MessagePosted"))
                .collect(Collectors.toMap(
                        it -> room.entry(it.path("factId").asString())
                                .at("/data/messageId")
                                .asString(),
                        it -> it.path("factId").asString()));
        ALL_SAID.replaceAll(it -> it.asFact(facts));
        TAKEN_BACK.replaceAll(it -> it.asFact(facts));
    }

    private static List<Kept> saidToEach(Reader speaker) {
        return Stream.of(
                        say(speaker, ALL, EnumSet.of(Reader.JUDGE, Reader.APPLICANT, Reader.RESPONDENT)),
                        say(speaker, COURT, EnumSet.of(Reader.JUDGE, speaker)),
                        say(speaker, applicantId, EnumSet.of(Reader.JUDGE, Reader.APPLICANT, speaker)),
                        say(speaker, respondentId, EnumSet.of(Reader.JUDGE, Reader.RESPONDENT, speaker)))
                .flatMap(List::stream)
                .toList();
    }

    /** In words, and as a file. */
    private static List<Kept> say(Reader speaker, String to, Set<Reader> readers) {
        String audience = to.isEmpty() ? "" : ",\"audience\":[\"" + to + "\"]";
        String words = mark();
        Answer said = HTTP.post(speaker.token(), room.path("/messages"), "{\"text\":\"" + words + "\"" + audience + "}")
                .ok();
        String name = mark();
        Map<String, String> fields = to.isEmpty() ? Map.of() : Map.of("audience", to);
        Answer sent = room.send(speaker.token(), new Upload(name + ".txt", Papers.text(name), fields))
                .ok();
        return List.of(
                new Kept(said.text("messageId"), "", "", words, readers),
                new Kept(sent.text("messageId"), "", fileOf(sent.text("messageId")), name, readers));
    }

    private static void takeBack(Reader speaker, Kept kept) {
        HTTP.post(speaker.token(), room.path("/messages/" + kept.messageId() + "/recall"), "")
                .ok();
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
        Map<String, String> streams = reader.isMember() ? AllWays.streams(room, reader::token) : Map.of();
        for (Map.Entry<String, String> path : streams.entrySet()) {
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

    @ParameterizedTest
    @EnumSource
    void whatWasTakenBackIsReadByTheCourtAlone(Reader reader) {
        boolean court = reader == Reader.JUDGE;
        for (Kept kept : TAKEN_BACK) {
            Answer entry = HTTP.get(reader.token(), room.path("/entries/" + kept.factId()));
            assertThat(entry.status()).isEqualTo(court ? 200 : kept.readers().contains(reader) ? 403 : 404);
            assertThat(entry.body().contains(kept.messageId())).isEqualTo(court);
            assertThat(everything(reader, room.path("/timeline")).contains(kept.factId()))
                    .isEqualTo(kept.readers().contains(reader));
            assertThat(everything(reader, room.path("/search?q=" + kept.mark())).contains(kept.messageId()))
                    .isEqualTo(court);
            if (!kept.fileId().isEmpty()) {
                assertThat(HTTP.get(reader.token(), room.path("/files/" + kept.fileId() + "/content"))
                                .status())
                        .isEqualTo(court ? 200 : 404);
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
        if (reader != Reader.JUDGE) {
            TAKEN_BACK.stream()
                    .flatMap(it -> it.contents(path).stream())
                    .forEach(trace -> assertThat(body).as(path).doesNotContain(trace));
        }
    }

    private static String everything(Reader reader, String path) {
        return AllWays.everything(reader.token(), path);
    }
}
