package court.interaction.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.interaction.search.SearchDesk.Where;
import court.interaction.stream.Bookmarks;
import court.interaction.stream.Entry;
import court.interaction.stream.Streams;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import court.platform.vault.DataKeys;
import court.platform.web.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SearchIT {

    private final OpenCase open = Courthouse.openCase();
    private final Caller sender = open.party("a1");

    @Test
    void wordsOfTwoSignsAreFoundAtOnceAndWhereTheyStand() {
        say(sender, "请查询名下银行存款");
        say(open.judge(), "已冻结一个账户");
        say(sender, "谢谢");

        JsonNode found = only(search(sender, "q", "冻结"));

        assertThat(found).isEqualTo(open.entries(sender).get(1));
        assertThat(texts(sender, "q", "银行")).containsExactly("请查询名下银行存款");
        assertThat(texts(sender, "q", "谢谢")).containsExactly("谢谢");
        assertThat(texts(sender, "q", "结冻")).isEmpty();
    }

    @Test
    void widthCapitalsSpacesAndPunctuationMakeNoDifference() {
        String text = "车牌 沪Ａ·１２３４５，已向 ABC 银行\u200B转账 1,000 元";
        say(sender, text);

        for (String q : List.of("沪a12345", "ａｂｃ银行", "银行转账", "转账１０００元", "AbC\u3000银 行", "'转账'1_0%00")) {
            assertThat(texts(open.judge(), "q", q)).as(q).containsExactly(text);
        }
    }

    @Test
    void aPartyFindsNothingOfWhatItCouldNotRead() {
        say(sender, "和解方案只给法院", "COURT");
        say(open.judge(), "合议意见：同意和解方案", "COURT");
        say(open.judge(), "请双方到庭");
        Caller other = open.party("a2");

        assertThat(texts(open.judge(), "q", "和解方案")).containsExactly("合议意见：同意和解方案", "和解方案只给法院");
        assertThat(texts(sender, "q", "和解方案")).containsExactly("和解方案只给法院");
        assertThat(search(other, "q", "和解方案").json().toString()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
        assertThat(search(other, "sender", "a1").json().toString()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
        assertThat(texts(other, "sender", "judge-1")).containsExactly("请双方到庭");
        assertThat(texts(other)).containsExactly("请双方到庭");
        assertThat(only(search(other, "q", "双方")).get("seq").asLong()).isEqualTo(1);
        assertThat(search(other, "limit", "1").json().hasNonNull("nextCursor")).isFalse();
        assertThat(search(other, "q", "和解方案", "reader", "a1").code()).isEqualTo("access.not_yours");
        assertThat(search(other, "q", "和解方案", "reader", "COURT").code()).isEqualTo("access.not_yours");
        assertThat(search(other, "cursor", "2").code()).isEqualTo("edge.cursor_unreadable");
        for (Caller outside : List.of(open.party("stranger"), open.party("r1"))) {
            assertThat(search(outside, "q", "和解方案").code()).isEqualTo("access.not_yours");
        }
    }

    @Test
    void whatWasTakenBackIsFoundByTheCourtAlone() {
        String id = say(sender, "账号写错了");
        correct(id, "账号是六二二二", "少写一位");
        say(sender, "正确账号另行提交");

        sender.post(open.path("/messages/" + id + "/recall"), Map.of());

        for (Caller party : List.of(sender, open.party("a2"))) {
            assertThat(texts(party, "q", "账号")).containsExactly("正确账号另行提交");
            assertThat(texts(party, "q", "写错")).isEmpty();
            assertThat(texts(party, "q", "少写一位")).isEmpty();
            assertThat(search(party, "q", "账号", "limit", "1").json().hasNonNull("nextCursor"))
                    .isFalse();
        }
        assertThat(texts(open.judge(), "q", "账号")).containsExactly("正确账号另行提交", "账号是六二二二", "账号写错了");
    }

    @Test
    void correctionsTheirReasonsAndNamesOfFilesCount() {
        String id = say(sender, "已收到一千元");
        correct(id, "已收到一百元", "多写一个零");
        sender.upload(open.path("/files"), "转账凭证.txt", "凭证".getBytes(UTF_8), Map.of("text", "见附件"));

        assertThat(only(search(sender, "q", "一百元")).get("about").asString()).isEqualTo(id);
        assertThat(texts(sender, "q", "多写一个零")).containsExactly("已收到一百元");
        assertThat(texts(sender, "q", "一千元")).containsExactly("已收到一千元");
        assertThat(texts(sender, "q", "已收到")).containsExactly("已收到一百元", "已收到一千元");
        assertThat(texts(sender, "q", "转账凭证")).containsExactly("见附件");
        assertThat(texts(sender, "q", "见附件", "kind", "FILE")).containsExactly("见附件");
        assertThat(texts(sender, "q", "见附件", "kind", "TEXT")).isEmpty();
        assertThat(texts(sender, "kind", "CORRECTION")).containsExactly("已收到一百元");
        assertThat(texts(sender, "q", "凭证见附件"))
                .as("name and words are two texts")
                .isEmpty();
    }

    @Test
    void kindTypePersonAndTimeNarrow() {
        say(sender, "第一句");
        open.release("r1");
        say(open.party("a2"), "第二句");
        String time = only(search(sender, "q", "第二句")).get("time").asString();

        assertThat(only(search(sender, "kind", "CARD")).get("card").get("type").asString())
                .isEqualTo("RespondentReleased");
        assertThat(only(search(sender, "type", "RespondentReleased")).has("card"))
                .isTrue();
        assertThat(items(search(sender, "type", "AssetFrozen"))).isEmpty();
        assertThat(items(search(sender, "type", "RespondentReleased", "kind", "TEXT")))
                .isEmpty();
        assertThat(texts(sender, "sender", "a2")).containsExactly("第二句");
        assertThat(items(search(sender, "sender", "a2", "type", "RespondentReleased")))
                .isEmpty();
        assertThat(texts(sender, "from", time)).containsExactly("第二句");
        assertThat(texts(sender, "to", time, "kind", "TEXT")).containsExactly("第一句");
        assertThat(texts(sender, "from", "2000-01-01T00:00:00+08:00", "to", "2000-01-02T00:00:00+08:00"))
                .isEmpty();
    }

    @Test
    void pagesHaveAllOfItOnceThoughOtherMessagesHaveTheSamePairs() {
        List<String> right = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            right.addFirst("甲乙丙" + i);
            say(sender, "甲乙丙" + i);
            for (int j = 0; j < 12; j++) {
                say(sender, "乙丙甲乙");
            }
        }

        assertThat(paged(sender, "3", "甲乙丙")).containsExactlyElementsOf(right);
        assertThat(paged(sender, "7", "甲乙丙")).containsExactlyElementsOf(right);
        assertThat(paged(sender, "1", "甲乙丙")).containsExactlyElementsOf(right);
    }

    private List<String> paged(Caller caller, String limit, String q) {
        List<String> all = new ArrayList<>();
        String cursor = null;
        do {
            Answer page = cursor == null
                    ? search(caller, "q", q, "limit", limit)
                    : search(caller, "q", q, "limit", limit, "cursor", cursor);
            assertThat(items(page)).hasSizeLessThanOrEqualTo(Integer.parseInt(limit));
            all.addAll(texts(page));
            cursor = page.json().path("nextCursor").asString(null);
        } while (cursor != null);
        return all;
    }

    @Test
    void aPageEndsWhenManyOnlyLookedLikeIt() {
        say(sender, "甲乙丙在最前");
        for (int i = 0; i < 120; i++) {
            say(sender, "乙丙甲乙");
        }
        var service = Courthouse.service();
        SearchDesk patientForAHundred = new SearchDesk(
                service.bean(Bookmarks.class), service.bean(Candidates.class), service.bean(Streams.class), 100);
        Actor actor = new Actor("account", Set.of(Role.PARTY), null, open.key("a1"));
        Wanted wanted = new Wanted("甲乙丙", null, null, null, null, null);

        Page<Entry> first = Objects.requireNonNull(patientForAHundred
                .search(actor, open.id(), wanted, new Where(null, null, 1))
                .block());
        Page<Entry> second = Objects.requireNonNull(patientForAHundred
                .search(actor, open.id(), wanted, new Where(null, first.nextCursor(), 1))
                .block());

        assertThat(first.items()).isEmpty();
        assertThat(first.nextCursor()).isEqualTo("22");
        assertThat(second.items()).extracting(Entry::seq).containsExactly(1L);
        assertThat(second.nextCursor()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "冻, search.words_too_short",
        "'', search.words_too_short",
        "'，。！ ？…—', search.words_too_short",
        "%, search.words_too_short",
        "_, search.words_too_short",
        "'''', search.words_too_short",
        "👍, search.words_too_short",
        "𠮷, search.words_too_short",
        "冻\u200B\u200D\uFEFF, search.words_too_short"
    })
    void wordsThatCannotBeLookedForAreRefused(String q, String code) {
        Answer answer = search(sender, "q", q.translateEscapes());

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("detail").asString()).contains("两个字");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%a%b", "a_b", "a'b", "' or 1=1 --", "👍👍", "{a,b}", "\\\\x00", "a\"b", "𠮷野"})
    void oddWordsFindThemselvesOnly(String q) {
        say(sender, "别的话 axb");
        say(sender, "前" + q + "后");

        assertThat(texts(sender, "q", q)).containsExactly("前" + q + "后");
    }

    @Test
    void tooMuchOrUnreadableIsRefused() {
        assertThat(search(sender, "q", "长".repeat(101)).code()).isEqualTo("search.words_too_long");
        assertThat(search(sender, "q", "长".repeat(100)).status()).isEqualTo(200);
        assertThat(search(sender, "q", "l".repeat(1_000)).code()).isEqualTo("search.words_too_long");
        assertThat(search(sender, "q", "长".repeat(1_000)).code()).isEqualTo("search.words_too_long");
        assertThat(search(sender, "q", "ab\0").code()).isEqualTo("text.nul_character");
        assertThat(search(sender, "sender", "\0").code()).isEqualTo("text.nul_character");
        assertThat(search(sender, "type", "\0").code()).isEqualTo("text.nul_character");
        assertThat(search(sender, "reader", "\0").code()).isEqualTo("access.not_yours");
        assertThat(search(sender, "kind", "SMELL").code()).isEqualTo("edge.wrong_value");
        assertThat(search(sender, "from", "yesterday").code()).isEqualTo("edge.wrong_value");
        assertThat(search(sender, "limit", "many").code()).isEqualTo("edge.wrong_value");
        assertThat(search(sender, "cursor", "x").code()).isEqualTo("edge.cursor_unreadable");
        assertThat(search(sender, "from", "+1000000000-01-01T00:00:00Z").code()).isEqualTo("search.time_unusable");
        assertThat(search(sender, "from", "-1000000000-01-01T00:00:00Z").code()).isEqualTo("search.time_unusable");
        assertThat(search(sender, "from", "2026-02-01T00:00:00Z", "to", "2026-01-01T00:00:00Z")
                        .code())
                .isEqualTo("search.time_unusable");
        for (String raw : List.of("q=%ED%A0%80%ED%A0%80", "q=%FF%FE", "q=%", "q=%G1", "q=ab&q=cd", "q&kind=")) {
            assertThat(status(raw)).as(raw).isLessThan(500);
        }
    }

    /** The status of a request that no client library would send. */
    private int status(String query) {
        URI address = URI.create(sender.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + open.path("/search?" + query) + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                    + sender.token() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
            return Integer.parseInt(line.split(" ", -1)[1]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void marksOfOneWordDifferFromAuthorToAuthorAndCaseToCase() {
        OpenCase another = Courthouse.openCase();
        say(sender, "存款");
        say(sender, "存款！");
        say(open.party("a2"), "存款");
        another.party("a1").post(another.path("/messages"), Map.of("text", "存款"));

        List<String> marks = Courthouse.rows("select suite || ' ' || words::text from message where case_id in ('"
                + open.id() + "', '" + another.id() + "') order by posted_at");

        assertThat(marks).hasSize(4).allMatch(it -> it.matches("AES1 \\{-?\\d+}"));
        assertThat(marks.get(1)).as("the same author in the same case").isEqualTo(marks.get(0));
        assertThat(marks.stream().distinct()).hasSize(3);
    }

    @Test
    void marksDoNotTellTheOrderOfTheSigns() {
        say(sender, "被执行人名下银行存款已经足额冻结并将依法扣划");

        List<String> marks = Courthouse.rows("select unnest(words) from message where case_id = '" + open.id() + "'");

        assertThat(marks.stream().map(Long::valueOf)).hasSize(21).isSorted();
    }

    @Test
    void wordsOfAPersonWhoseKeyWasDestroyedAreNotFound() {
        say(sender, "银行存款在外地");
        say(open.party("a2"), "银行存款在本地");

        Courthouse.service().bean(DataKeys.class).destroy(open.id(), "a1");

        assertThat(texts(open.judge(), "q", "银行存款")).containsExactly("银行存款在本地");
        assertThat(texts(open.judge(), "q", "依法删除")).isEmpty();
        assertThat(texts(open.judge(), "sender", "a1")).containsExactly("（已依法删除）");
    }

    @Test
    void messagesFromBeforeTheMarksAreReadThroughAndMarkedLater() {
        say(sender, "银行存款");
        say(sender, "别的话");
        String unreadable = say(sender, "银行贷款");
        unmark("");
        assertThat(texts(sender, "q", "银行存款", "kind", "TEXT")).containsExactly("银行存款");
        assertThat(texts(sender, "kind", "FILE")).isEmpty();
        unmark(", body = replace(body, 'AES1', 'XXX1')  where id = '" + unreadable + "' --");

        Courthouse.service().bean(MarkOldMessagesTask.class).round();

        assertThat(Courthouse.rows(
                        "select kind, owner, suite, cardinality(words) from message where suite is not null and case_id = '"
                                + open.id() + "' order by posted_at"))
                .containsExactly("TEXT a1 AES1 3", "TEXT a1 AES1 2");
        Courthouse.execute(
                "update message set body = replace(body, 'XXX1', 'AES1') where case_id = '" + open.id() + "'");
        assertThat(texts(sender, "q", "银行")).containsExactly("银行贷款", "银行存款");
    }

    private void unmark(String more) {
        Courthouse.execute("update message set kind = null, owner = null, suite = null, words = null " + more
                + " where case_id = '" + open.id() + "'");
    }

    private String say(Caller by, String text, String... audience) {
        Map<String, Object> body =
                audience.length == 0 ? Map.of("text", text) : Map.of("text", text, "audience", List.of(audience));
        Answer said = by.post(open.path("/messages"), body);
        assertThat(said.status()).as(said.code()).isEqualTo(201);
        return said.json().get("messageId").asString();
    }

    private void correct(String id, String text, String reason) {
        Answer corrected =
                sender.post(open.path("/messages/" + id + "/correct"), Map.of("text", text, "reason", reason));
        assertThat(corrected.status()).as(corrected.code()).isEqualTo(201);
    }

    private Answer search(Caller caller, String... namesAndValues) {
        List<String> query = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        return caller.get(open.path("/search?" + String.join("&", query)));
    }

    private List<String> texts(Caller caller, String... namesAndValues) {
        return texts(search(caller, namesAndValues));
    }

    private static List<String> texts(Answer answer) {
        return items(answer).stream().map(it -> it.path("text").asString("-")).toList();
    }

    private static JsonNode only(Answer answer) {
        assertThat(items(answer)).hasSize(1);
        return items(answer).getFirst();
    }

    private static List<JsonNode> items(Answer answer) {
        assertThat(answer.status()).as(answer.code()).isEqualTo(200);
        return answer.json().get("items").valueStream().toList();
    }
}
