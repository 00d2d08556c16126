package court.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the page holds against: what people write, lines that break, a ledger that lies. */
class PageGuardsIT {

    /** RFC 6455 §7.4.2: a code that nobody has given a meaning. */
    private static final int CUT = 3000;

    private static Chromium chromium;
    private static CourtCase room;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        room = CourtCase.open();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void whatSomebodyWritesStaysWriting() {
        String evil = "<img src=x onerror='window.planted=1'><script>window.planted=1</script>";
        room.say(room.judgeToken(), evil).ok();

        try (Visitor applicant = chromium.phone().as(room.applicant())) {
            applicant.go("cases/" + room.id()).sees("<script>window.planted=1</script>");

            assertThat(applicant.page().evaluate("window.planted ?? 'nothing'")).isEqualTo("nothing");
        }
    }

    @Test
    void whatIsWrittenIntoThePageItselfDoesNotRunAndIsNoticed() {
        try (Visitor anybody = chromium.desk()) {
            anybody.sees("任何人");

            Object outcome = anybody.page().evaluate("""
                    () => [
                      () => { document.body.innerHTML = '<img src=x onerror=window.planted=1>'; },
                      () => document.body.setAttribute('onclick', 'window.planted = 1'),
                    ].map((work) => { try { work(); return 'done'; } catch (it) { return it.name; } })""");
            anybody.page().evaluate("() => document.body.click()");

            assertThat(outcome).isEqualTo(List.of("TypeError", "TypeError"));
            assertThat(anybody.page().evaluate("String(window.planted)")).isEqualTo("undefined");
            assertThat(anybody.takeComplaints()).hasSize(2).allMatch(it -> it.contains("requires 'Trusted"));
        }
    }

    @Test
    void anAnswerLostOnTheWayLosesNoWordAndDoublesNone() {
        try (Visitor applicant = chromium.phone().as(room.applicant())) {
            AtomicBoolean cut = new AtomicBoolean(true);
            applicant.page().routeWebSocket(Pattern.compile("/socket\\?"), line -> {
                WebSocketRoute platform = line.connectToServer();
                platform.onMessage(frame -> {
                    if (frame.text().contains("\"posted\"") && cut.getAndSet(false)) {
                        line.close(new WebSocketRoute.CloseOptions().setCode(CUT)); // it was taken, and nobody is told
                        platform.close();
                    } else {
                        line.send(frame.text());
                    }
                });
            });
            applicant.page().reload(); // only sockets of a page loaded from now on are led through here
            applicant.go("cases/" + room.id()).sees("谁能看到");
            applicant.fill("内容", "只说一次");
            applicant.press("发送");

            await().atMost(CourtCase.SOON)
                    .until(() ->
                            applicant.page().locator("textarea").inputValue().isEmpty());
            assertThat(cut).isFalse();
            assertThat(CourtCase.values(room.messages(room.judgeToken()), "text"))
                    .containsOnlyOnce("只说一次");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaf", "checkpoint"})
    void aLedgerThatLiesIsFoundOut(String field) {
        byte[] paper = Papers.text("证据 " + System.nanoTime());
        room.send(room.applicant().token(), new Http.Upload("证据.txt", paper, Map.of()))
                .ok();
        OnLedger.await(paper);

        try (Visitor anybody = chromium.desk()) {
            anybody.page().route("**/api/v1/ledger/files/*", route -> lie(route, field));
            anybody.go("verify")
                    .page()
                    .locator("#check-file")
                    .setInputFiles(new FilePayload("证据.txt", "text/plain", paper));

            anybody.page().locator("[data-verdict=refuted]").waitFor();
        }
    }

    /** The answer with one sign changed: in the leaf's random id, or in the checkpoint's first signature. */
    private static void lie(Route route, String field) {
        ObjectNode proof =
                (ObjectNode) JsonMapper.shared().readTree(route.fetch().body());
        StringBuilder text = new StringBuilder(proof.path(field).asString());
        int at = field.equals("leaf") ? text.indexOf("\"id\"") + 8 : text.indexOf("\n", text.indexOf("\n\n") + 2) - 20;
        text.setCharAt(at, text.charAt(at) == 'A' ? 'B' : 'A');
        proof.put(field, text.toString());
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(proof.toString()));
    }
}
