package court.interaction.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Cases;
import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.interaction.LiveStream;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MemberIT {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final OpenCase open = Courthouse.openCase();
    private final Caller judge = open.judge();
    private final Caller clerk = open.staff("clerk-1", "CLERK");
    private final Caller colleague = open.staff("judge-2", "ENFORCEMENT_JUDGE");

    @Test
    @DisplayName("RS5: applicants know the respondents they named; a respondent learns of nobody who was not let in")
    void eachMemberIsToldWhomTheyMayKnow() {
        open.release("r1");

        assertThat(ids(judge)).containsExactly("filing-judge", "judge-1", "a1", "a2", "r1", "r2");
        assertThat(ids(open.party("a1"))).containsExactly("filing-judge", "judge-1", "a1", "a2", "r1", "r2");
        assertThat(ids(open.party("r1"))).containsExactly("filing-judge", "judge-1", "a1", "a2", "r1");
        assertThat(open.party("r2").get(open.path("/members")).code()).isEqualTo("access.not_yours");
        JsonNode outside = member(open.party("a1"), "r2");
        assertThat(outside.get("present").asBoolean()).isFalse();
        assertThat(outside.has("since")).isFalse();
        assertThat(member(open.party("a1"), "r1").get("present").asBoolean()).isTrue();
        assertThat(member(open.party("a1"), "r1").get("side").asString()).isEqualTo("RESPONDENT");
        assertThat(member(open.party("r1"), "a1").get("name").asString()).isEqualTo("申请人甲");
        assertThat(judge.get(open.path("/members")).json().toString()).doesNotContain(open.key("a1"));
    }

    @Test
    void theCourtSeesWhatLetThemInAndOutAndAPartyOnlyWhen() {
        Courthouse.say(Courthouse.fact(
                open.id(), 4, new JudgeAssigned(Cases.COURT, "judge-2", "执行法官二", null, "judge-1", "工作调整")));
        await().atMost(FIVE_SECONDS)
                .until(() -> colleague.get(open.path("/members")).status() == 200);

        JsonNode former = member(colleague, "judge-1");

        assertThat(former.get("present").asBoolean()).isFalse();
        assertThat(former.get("name").asString()).isEqualTo("执行法官一");
        assertThat(former.get("joinedBy").asString()).isEqualTo("JudgeAssigned");
        assertThat(former.get("leftBy").asString()).isEqualTo("JudgeAssigned");
        assertThat(member(colleague, "judge-2").get("present").asBoolean()).isTrue();
        JsonNode seen = member(open.party("a1"), "judge-1");
        assertThat(seen.has("since") && seen.has("left")).isTrue();
        assertThat(seen.has("joinedBy") || seen.has("leftBy")).isFalse();
        open.awaitCard(open.party("a1"), "JudgeAssigned");
    }

    @Test
    @DisplayName(
            "I4: an assistant reads and speaks as the court from being added, and is out within 5 s of being removed")
    void anAssistantIsInUntilRemoved() {
        open.say(1);
        assertThat(clerk.get(open.path("/room")).status()).isEqualTo(404);

        assertThat(add("clerk-1").status()).isEqualTo(201);

        assertThat(open.entries(clerk)).hasSizeGreaterThanOrEqualTo(1);
        assertThat(clerk.post(open.path("/messages"), Map.of("text", "请补充材料")).status())
                .isEqualTo(201);
        assertThat(last(open.party("a1")).get("senderRole").asString()).isEqualTo("CLERK");
        open.awaitCard(open.party("a1"), "AssistantAdded");
        assertThat(add("clerk-1").code()).isEqualTo("member.already_assistant");
        try (LiveStream live = LiveStream.open(clerk, open.path("/stream"))) {
            await().atMost(FIVE_SECONDS).until(() -> !live.seqs().isEmpty());
            assertThat(judge.post(open.path("/assistants/clerk-1/removal"), Map.of())
                            .status())
                    .isEqualTo(200);
            await().atMost(FIVE_SECONDS).until(live::ended);
        }
        for (String path : List.of("/room", "/messages", "/stream", "/members", "/talks", "/agents")) {
            assertThat(clerk.get(open.path(path)).status()).as(path).isEqualTo(404);
        }
        assertThat(clerk.post(open.path("/messages"), Map.of("text", "还在吗")).status())
                .isEqualTo(404);
        open.awaitCard("AssistantRemoved");
        assertThat(member(judge, "clerk-1").get("leftBy").asString()).isEqualTo("AssistantRemoved");
        assertThat(judge.post(open.path("/assistants/clerk-1/removal"), Map.of())
                        .code())
                .isEqualTo("member.not_an_assistant");
    }

    @Test
    void onlyTheJudgeTakesAssistantsAndOnlyFromTheSameCourt() {
        add("clerk-1");

        assertThat(add("clerk-3").code()).as("of another court").isEqualTo("member.not_a_colleague");
        assertThat(add("judge-2").code()).as("of another post").isEqualTo("member.not_a_colleague");
        assertThat(judge.post(open.path("/assistants"), Map.of()).code()).isEqualTo("member.not_a_colleague");
        for (Caller other : List.of(clerk, open.party("a1"), open.staff("filing-judge", "FILING_JUDGE"))) {
            assertThat(other.post(open.path("/assistants"), Map.of("staffId", "clerk-2"))
                            .status())
                    .isEqualTo(403);
        }
        Caller namesake = Courthouse.caller(Courthouse.tokens().staff("clerk-1", "沪0115", "CLERK"));
        assertThat(namesake.get(open.path("/room")).status()).isEqualTo(404);
    }

    @Test
    void whoIsSuspendedReadsButSpeaksOnNoWay() {
        open.say(1);
        assertThat(suspend("a1", "多次发送与本案无关的内容").status()).isEqualTo(200);
        Caller party = open.party("a1");

        Answer refused = party.post(open.path("/messages"), Map.of("text", "我还要说"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("message.suspended");
        assertThat(refused.json().get("detail").asString()).contains("仍可阅读");
        assertThat(party.upload(
                                open.path("/files"),
                                "a.txt",
                                "内容".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                Map.of())
                        .code())
                .isEqualTo("message.suspended");
        assertThat(party.get(open.path("/messages")).status()).isEqualTo(200);
        assertThat(open.party("a2")
                        .post(open.path("/messages"), Map.of("text", "别人可以"))
                        .status())
                .isEqualTo(201);
        assertThat(member(party, "a1").get("suspended").get("reason").asString())
                .contains("无关");
        assertThat(member(open.party("a2"), "a1").has("suspended")).isFalse();
        open.awaitCard(party, "PostingSuspended");
        assertThat(open.cards(open.party("a2"))).isEmpty();
        assertThat(suspend("a1", "又一次").code()).isEqualTo("member.already_suspended");

        assertThat(judge.post(open.path("/members/a1/restoration"), Map.of("reason", "已说明"))
                        .status())
                .isEqualTo(200);

        assertThat(party.post(open.path("/messages"), Map.of("text", "谢谢")).status())
                .isEqualTo(201);
        assertThat(judge.post(open.path("/members/a1/restoration"), Map.of("reason", "已说明"))
                        .code())
                .isEqualTo("member.not_suspended");
        assertThat(Courthouse.rows(
                        "select body from outbox where type like 'Posting%' and case_id = '" + open.id() + "'"))
                .hasSize(2)
                .noneMatch(it -> it.contains("无关") || it.contains("已说明"));
    }

    @Test
    void onlyTheJudgeSuspendsAndOnlyMembersWhoAreNotTheCourt() {
        add("clerk-1");

        assertThat(suspend("clerk-1", "理由").code()).isEqualTo("member.court_speaks");
        assertThat(suspend("r1", "理由").code()).as("still outside").isEqualTo("member.no_such_member");
        assertThat(suspend("nobody", "理由").code()).isEqualTo("member.no_such_member");
        assertThat(suspend("a1", " ").code()).isEqualTo("member.reason_missing");
        for (Caller other : List.of(clerk, open.party("a2"))) {
            assertThat(other.post(open.path("/members/a1/suspension"), Map.of("reason", "理由"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(open.party("a1")
                        .post(open.path("/messages"), Map.of("text", "可以"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aDeputyIsInOnTheNamedDaysOnly() {
        assertThat(deputy("judge-2", TODAY.plusDays(1), TODAY.plusDays(5)).status())
                .isEqualTo(201);
        assertThat(colleague.get(open.path("/room")).status()).as("not yet").isEqualTo(404);
        assertThat(mine(colleague)).doesNotContain(open.id().toString());

        deputy("judge-2", TODAY, TODAY.plusDays(5));

        assertThat(colleague.get(open.path("/room")).status()).isEqualTo(200);
        assertThat(mine(colleague)).contains(open.id().toString());
        assertThat(colleague
                        .post(open.path("/messages"), Map.of("text", "代管期间由我办理"))
                        .status())
                .isEqualTo(201);
        assertThat(last(open.party("a1")).get("senderRole").asString()).isEqualTo("DEPUTY_JUDGE");
        assertThat(colleague
                        .post(open.path("/assistants"), Map.of("staffId", "clerk-2"))
                        .status())
                .isEqualTo(201);
        assertThat(colleague
                        .post(
                                open.path("/deputy"),
                                Map.of("staffId", "judge-2", "from", TODAY.toString(), "until", TODAY.toString()))
                        .status())
                .as("passes it on to nobody")
                .isEqualTo(403);
        JsonNode shown = member(open.party("a1"), "judge-2");
        assertThat(shown.get("from").asString()).isEqualTo(TODAY.toString());
        try (LiveStream live = LiveStream.open(colleague, open.path("/stream"))) {
            await().atMost(FIVE_SECONDS).until(() -> !live.seqs().isEmpty());
            Courthouse.execute(
                    "update membership set from_day = from_day - 9, until_day = until_day - 9 where case_id = '"
                            + open.id() + "' and role = 'DEPUTY_JUDGE'");
            await().atMost(FIVE_SECONDS).until(live::ended);
        }
        assertThat(colleague.get(open.path("/messages")).status())
                .as("the days are over")
                .isEqualTo(404);
        assertThat(mine(colleague)).doesNotContain(open.id().toString());
    }

    @Test
    void aDeputyIsOutWhenTheJudgeIsBackOrTheCaseHasAnother() {
        assertThat(judge.post(open.path("/deputy/end"), Map.of()).code()).isEqualTo("member.no_deputy");
        deputy("judge-2", TODAY, TODAY);
        assertThat(judge.post(open.path("/deputy/end"), Map.of()).status()).isEqualTo(200);
        assertThat(colleague.get(open.path("/room")).status()).isEqualTo(404);
        assertThat(member(judge, "judge-2").get("leftBy").asString()).isEqualTo("DeputyEnded");

        deputy("judge-2", TODAY, TODAY);
        Courthouse.say(Courthouse.fact(
                open.id(), 4, new JudgeAssigned(Cases.COURT, "judge-9", "执行法官九", null, "judge-1", "工作调整")));

        await().atMost(FIVE_SECONDS)
                .until(() -> colleague.get(open.path("/room")).status() == 404);
        open.awaitCard(open.party("a1"), "DeputyEnded");
    }

    @Test
    void aDeputyIsAColleagueForDaysThatMakeSense() {
        assertThat(deputy("judge-3", TODAY, TODAY).code())
                .as("of another court")
                .isEqualTo("member.not_a_colleague");
        assertThat(deputy("clerk-1", TODAY, TODAY).code()).as("no judge").isEqualTo("member.not_a_colleague");
        assertThat(deputy("judge-1", TODAY, TODAY).code()).isEqualTo("member.own_case");
        assertThat(deputy("judge-2", TODAY, TODAY.minusDays(1)).code()).isEqualTo("member.days_wrong");
        assertThat(deputy("judge-2", TODAY.minusDays(9), TODAY.minusDays(1)).code())
                .isEqualTo("member.days_wrong");
        assertThat(deputy("judge-2", TODAY, TODAY.plusDays(366)).code()).isEqualTo("member.days_wrong");
        assertThat(deputy("judge-2", null, TODAY).code()).isEqualTo("member.days_wrong");
    }

    private Answer add(String staffId) {
        return judge.post(open.path("/assistants"), Map.of("staffId", staffId));
    }

    private Answer suspend(String memberId, String reason) {
        return judge.post(open.path("/members/" + memberId + "/suspension"), Map.of("reason", reason));
    }

    private Answer deputy(String staffId, LocalDate from, LocalDate until) {
        Map<String, Object> body = new HashMap<>(Map.of("staffId", staffId, "until", until.toString()));
        if (from != null) {
            body.put("from", from.toString());
        }
        return judge.post(open.path("/deputy"), body);
    }

    private List<String> ids(Caller caller) {
        return caller.get(open.path("/members")).json().get("members").findValuesAsString("memberId");
    }

    private JsonNode member(Caller caller, String memberId) {
        return caller.get(open.path("/members"))
                .json()
                .get("members")
                .valueStream()
                .filter(it -> it.get("memberId").asString().equals(memberId))
                .reduce((one, two) -> two)
                .orElseThrow();
    }

    private JsonNode last(Caller caller) {
        return open.entries(caller).stream()
                .filter(it -> it.has("senderRole"))
                .reduce((one, two) -> two)
                .orElseThrow();
    }

    private static List<String> mine(Caller caller) {
        return caller.get("/api/v1/cases?limit=100").json().get("items").findValuesAsString("id");
    }
}
