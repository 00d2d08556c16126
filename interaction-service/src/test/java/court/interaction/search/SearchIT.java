package court.interaction.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.search.SearchDesk.Where;
import court.interaction.stream.Bookmarks;
import court.interaction.stream.Entry;
import court.interaction.stream.Streams;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import court.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SearchIT extends SearchedRoom {

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
}
