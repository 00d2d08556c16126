package court.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The room in a browser: the client in plain JavaScript, by itself and on the page. */
class PageRoomIT {

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void theClientHasItsStreamWholeHoweverOftenItIsCut() {
        CourtCase room = CourtCase.open();
        room.say(room.judgeToken(), "早些时候").ok();
        try (Visitor applicant = chromium.phone().as(room.applicant())) {
            applicant.page().evaluate(CUT_OFTEN, Map.of("room", room.path(""), "posts", 24));
            IntStream.range(0, 8)
                    .forEach(i -> room.say(room.judgeToken(), "法官第" + i + "句").ok());
            Object sockets = applicant.page().evaluate("window.talk");
            List<JsonNode> kept = room.stream(room.applicant().token());
            applicant.page().waitForFunction("all => window.entries.length >= all", kept.size());

            JsonNode seen =
                    JsonMapper.shared().readTree((String) applicant.page().evaluate("JSON.stringify(window.entries)"));
            assertThat(seen.valueStream().toList()).isEqualTo(kept);
            assertThat(kept.stream().map(it -> it.path("seq").asLong()).toList())
                    .isEqualTo(LongStream.rangeClosed(1, kept.size()).boxed().toList());
            assertThat(CourtCase.values(kept, "text").stream().filter(it -> it.startsWith("第")))
                    .hasSize(24)
                    .doesNotHaveDuplicates();
            assertThat((int) sockets).isGreaterThan(4);
        }
    }

    /** Posts, and cuts its own line again and again while it waits for the answer; gives how many sockets that took. */
    private static final String CUT_OFTEN = """
            async ({ room, posts }) => {
              const { CaseGroup } = await import('/page/casegroup.js');
              const { access } = JSON.parse(sessionStorage.getItem('court.session'));
              const sockets = [];
              const Real = WebSocket;
              window.WebSocket = class extends Real {
                constructor(...args) { super(...args); sockets.push(this); }
              };
              window.entries = [];
              const group = new CaseGroup({
                door: async () => {
                  const answer = await fetch(`${room}/socket-tickets`, { method: 'POST', headers: { Authorization: `Bearer ${access}` } });
                  return `${location.origin.replace(/^http/, 'ws')}${room}/socket?ticket=${(await answer.json()).ticket}`;
                },
                each: (entry) => window.entries.push(entry),
              });
              window.talk = (async () => {
                for (let i = 0; i < posts; i++) {
                  const taken = group.post({ clientMsgId: `m-${i}`, text: `第${i}句` });
                  if (i % 4 === 3) setTimeout(() => sockets.at(-1).close(3000), i);
                  await taken;
                }
                return sockets.length;
              })();
            }""";

    @Test
    void whatIsSaidOnThePageIsReadOnTheOtherAsItIsSaid() {
        CourtCase room = CourtCase.open();
        try (Visitor judge = chromium.desk();
                Visitor applicant = chromium.phone().as(room.applicant())) {
            judge.staff(room.judge()).go("cases/" + room.id());
            applicant.go("cases/" + room.id());
            judge.part("room");
            applicant.part("room");
            judge.fill("内容", "请补充财产线索");
            judge.press("发送");
            applicant.sees("请补充财产线索");
            applicant.fill("内容", "名下有车一辆");
            applicant.press("发送");
            judge.sees("名下有车一辆");
            applicant.press("撤回");
            applicant.sees("撤回了一条消息");
            assertThat(applicant.page().getByText("名下有车一辆").count()).isZero();
            judge.sees("已撤回");
            assertThat(judge.page().getByText("名下有车一辆").count()).isEqualTo(1);
            judge.shoot("room-desk").fits();
            applicant.shoot("room-phone").fits();
        }
    }
}
