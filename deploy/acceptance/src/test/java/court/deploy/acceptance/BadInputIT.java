package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.Platform.token;
import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.acceptance.Http.Sent;
import court.deploy.acceptance.Http.Upload;
import court.deploy.local.Part;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with what was sent: a code for programs, a sentence for people, and nothing half-written. */
@Isolated("nobody else may write meanwhile")
class BadInputIT {

    private static final List<String> WRITTEN = List.of("filing", "outbox", "command_key");
    private static CourtCase room;
    private static Filing draft;
    private static Filing submitted;

    /** @param request what is sent; it must be refused with this status and code */
    private record Wrong(String what, int status, String code, Supplier<Answer> request) {

        @Override
        public String toString() {
            return what;
        }
    }

    @BeforeAll
    static void begin() {
        room = CourtCase.open();
        draft = Filing.draft(Person.anybody("申请人甲"), Person.anybody("被执行人乙"));
        submitted = Filing.submitted(Person.anybody("申请人甲"), Person.anybody("被执行人乙"));
        room.settled();
    }

    static Stream<Wrong> everything() {
        return Stream.of(callers(), texts(), steps(), files(), rooms()).flatMap(it -> it);
    }

    private static Stream<Wrong> callers() {
        String party = draft.applicant().token();
        String forged = party.substring(0, party.length() - 4) + "AAAA";
        return Stream.of(
                new Wrong("no token", 401, "access.sign_in_needed", () -> HTTP.get("", "/api/v1/filings")),
                new Wrong("a wrong token", 401, "access.token_invalid", () -> HTTP.get("nonsense", "/api/v1/filings")),
                new Wrong("a forged token", 401, "access.token_invalid", () -> HTTP.get(forged, "/api/v1/filings")),
                new Wrong(
                        "a party accepts",
                        403,
                        "access.role_missing",
                        () -> HTTP.post(submitted.sent(submitted.applicant().token(), "/acceptance"), "")),
                new Wrong(
                        "an enforcement judge accepts",
                        403,
                        "access.role_missing",
                        () -> HTTP.post(submitted.sent(token("songjiang-judge-1"), "/acceptance"), "")),
                new Wrong(
                        "another court accepts",
                        404,
                        "access.not_yours",
                        () -> HTTP.post(submitted.sent(token("pudong-filing"), "/acceptance"), "")),
                new Wrong(
                        "somebody else's filing",
                        404,
                        "access.not_yours",
                        () -> HTTP.get(room.applicant().token(), draft.path())),
                new Wrong("somebody else's case", 404, "access.not_yours", () -> HTTP.get(party, room.path("/room"))),
                new Wrong(
                        "an unknown filing",
                        404,
                        "access.not_yours",
                        () -> HTTP.get(party, "/api/v1/filings/" + UUID.randomUUID())),
                new Wrong(
                        "an unknown case",
                        404,
                        "access.not_yours",
                        () -> HTTP.get(party, "/api/v1/cases/" + UUID.randomUUID() + "/timeline")),
                new Wrong("no id", 400, "edge.wrong_value", () -> HTTP.get(party, "/api/v1/filings/1")),
                new Wrong("an unknown address", 404, "edge.no_such_address", () -> HTTP.get(party, "/api/v1/nothing")),
                new Wrong(
                        "a service's inner address",
                        404,
                        "edge.no_such_address",
                        () -> HTTP.get(party, "/internal/v1/cases/" + room.id() + "/leaves")),
                new Wrong(
                        "an unknown method",
                        405,
                        "edge.method_not_allowed",
                        () -> HTTP.method("PATCH", Sent.of(party, "/api/v1/filings"))));
    }

    private static Stream<Wrong> texts() {
        return Stream.of(
                form("malformed JSON", 400, "edge.unreadable_json", "{nonsense"),
                form("an unknown field", 400, "edge.unknown_field", "{\"colour\":\"red\"}"),
                form("a number for a text", 400, "edge.wrong_value", "{\"courtCode\":117}"),
                form("NUL in text", 422, "text.nul_character", "{\"courtCode\":\"a\\u0000b\"}"),
                form("a lone surrogate", 422, "text.lone_surrogate", "{\"courtCode\":\"a\\ud800b\"}"),
                form("an oversized body", 413, "edge.body_too_large", "\"" + "x".repeat(1_100_000) + "\""));
    }

    private static Wrong form(String what, int status, String code, String json) {
        return new Wrong(what, status, code, () -> HTTP.post(draft.applicant().token(), "/api/v1/filings", json));
    }

    private static Stream<Wrong> steps() {
        Sent submission = draft.sent(draft.applicant().token(), "/submission");
        Sent acceptance = submitted.sent(token(Filing.JUDGE), "/acceptance");
        return Stream.of(
                new Wrong("nothing attached", 422, "filing.not_complete", () -> HTTP.post(submission, "")),
                new Wrong("no version", 428, "edge.version_missing", () -> HTTP.post(acceptance.seen(""), "")),
                new Wrong("a stale version", 412, "edge.version_stale", () -> HTTP.post(acceptance.seen("\"1\""), "")),
                new Wrong(
                        "a version that is none",
                        400,
                        "edge.version_unreadable",
                        () -> HTTP.post(acceptance.seen("latest"), "")),
                new Wrong("no key", 400, "edge.key_missing", () -> HTTP.post(acceptance.under(""), "")),
                new Wrong("a key used before", 422, "edge.key_reused", () -> {
                    Sent first = Sent.of(room.applicant().token(), room.path("/messages"))
                            .under("used-before");
                    HTTP.post(first, "{\"text\":\"第一\"}").ok();
                    room.settled();
                    return HTTP.post(first, "{\"text\":\"第二\"}");
                }),
                new Wrong(
                        "the wrong state",
                        409,
                        "filing.not_now",
                        () -> HTTP.put(submitted.sent(submitted.applicant().token(), ""), "{}")),
                new Wrong(
                        "nothing named as missing",
                        422,
                        "filing.nothing_missing",
                        () -> HTTP.post(
                                submitted.sent(token(Filing.JUDGE), "/correction"), "{\"missing\":[],\"days\":7}")));
    }

    private static Stream<Wrong> files() {
        return Stream.of(
                file("an empty file", 422, "blob.empty_file", "空.pdf", new byte[0]),
                file("a picture called a PDF", 422, "blob.not_what_it_says", "扫描.pdf", Papers.PNG),
                file("a program", 415, "blob.type_not_taken", "run.exe", Papers.text("MZ")),
                file("a locked PDF", 422, "blob.password_protected", "加密.pdf", Papers.lockedPdf()),
                file("half a PDF", 422, "blob.broken_file", "损坏.pdf", java.util.Arrays.copyOf(Papers.pdf(), 200)),
                new Wrong(
                        "a file without its kind",
                        422,
                        "filing.kind_missing",
                        () -> HTTP.upload(
                                draft.sent(draft.applicant().token(), "/materials"),
                                new Upload("a.png", Papers.PNG, Map.of()))));
    }

    private static Wrong file(String what, int status, String code, String name, byte[] content) {
        return new Wrong(
                what,
                status,
                code,
                () -> HTTP.upload(draft.sent(draft.applicant().token(), "/materials"), Papers.material(name, content)));
    }

    private static Stream<Wrong> rooms() {
        String party = room.applicant().token();
        return Stream.of(
                new Wrong("an empty message", 422, "message.text_missing", () -> room.say(party, " ")),
                new Wrong("an endless message", 422, "message.text_too_long", () -> room.say(party, "长".repeat(5_001))),
                new Wrong(
                        "to nobody in the room",
                        422,
                        "message.not_in_room",
                        () -> room.sayTo(party, "你好", UUID.randomUUID().toString())),
                new Wrong("NUL in a message", 422, "text.nul_character", () -> room.say(party, "a\\u0000b")),
                new Wrong(
                        "a place not reached",
                        400,
                        "edge.cursor_unreadable",
                        () -> HTTP.get(party, room.path("/messages?after=999"))),
                new Wrong(
                        "an index outside the tree",
                        400,
                        "proof.index_outside_tree",
                        () -> HTTP.get("", "/api/v1/ledger/inclusion?index=5&size=3")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everything")
    void badInputIsRefusedAndNothingIsHalfWritten(Wrong wrong) {
        boolean itselfWrites = wrong.code().equals("edge.key_reused");
        List<Long> before = written();

        Answer answer = wrong.request().get();

        assertThat(answer.status()).as(answer.body()).isEqualTo(wrong.status());
        assertThat(answer.text("code")).isEqualTo(wrong.code());
        assertThat(answer.json().path("status").asInt()).isEqualTo(wrong.status());
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("detail").codePoints().anyMatch(Character::isIdeographic))
                .isTrue();
        assertThat(answer.text("traceId")).matches("[0-9a-f]{32}");
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "org.springframework", "110101199003070000");
        if (!itselfWrites) {
            assertThat(written()).isEqualTo(before);
        }
    }

    /** Rows of what these requests would write, and files they would leave. */
    private static List<Long> written() {
        Stream<Long> filing = WRITTEN.stream().map(new Database(Part.FILING)::count);
        Stream<Long> room = Stream.of("message", "outbox", "command_key").map(new Database(Part.INTERACTION)::count);
        return Stream.of(filing, room, Stream.of(Platform.blobs()))
                .flatMap(it -> it)
                .toList();
    }
}
