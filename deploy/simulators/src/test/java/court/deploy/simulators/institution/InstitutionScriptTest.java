package court.deploy.simulators.institution;

import static court.deploy.simulators.institution.Court.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.deploy.simulators.institution.Court.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Institutions as a script makes them behave, over HTTP. Each test freezes property of its own. */
class InstitutionScriptTest {

    @TempDir
    private static Path folder;

    private static Court court;

    @BeforeAll
    static void open() throws IOException {
        court = new Court(folder);
    }

    @AfterAll
    static void close() {
        court.close();
    }

    @AfterEach
    void normal() throws Exception {
        for (String id : new String[] {"bank", "vehicle-registry", "securities"}) {
            court.script(id, "{\"behaviour\":\"NORMAL\"}");
        }
    }

    @Test
    void aLateInstitutionTakesTheRequestAndHasTheResultLater() throws Exception {
        court.account("late", "1000.00");
        court.script("bank", "{\"behaviour\":\"LATE\",\"delayMillis\":400,\"times\":1}");
        String number = number();

        Reply taken = court.freeze("bank", number, "late", "100.00");
        Reply soon = court.lookUp("bank", number);
        Reply later = soon;
        for (int i = 0; i < 100 && later.status() == 202; i++) {
            Thread.sleep(50);
            later = court.lookUp("bank", number);
        }

        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.signed()).isTrue();
        assertThat(taken.text("/status")).isEqualTo("PROCESSING");
        assertThat(soon.status()).isEqualTo(202);
        assertThat(later.status()).isEqualTo(200);
        assertThat(later.text("/amount")).isEqualTo("100.00");
    }

    @Test
    void aLostReplyIsALineThatBreaksAndTheFreezeHolds() throws Exception {
        court.account("lost", "1000.00");
        court.script("bank", "{\"behaviour\":\"LOST\",\"times\":1}");
        String number = number();
        String body = Court.freezeBody(number, "lost", "100.00");

        assertThat(raw(number, body)).isEmpty();

        assertThat(court.lookUp("bank", number).text("/result")).isEqualTo("FROZEN");
        assertThat(court.available("lost")).isEqualTo("900.00");
        court.script("bank", "{\"behaviour\":\"LOST\",\"times\":1}");
        assertThatThrownBy(() -> court.freeze("bank", number(), "lost", "100.00"))
                .isInstanceOf(IOException.class);
        assertThat(court.available("lost")).isEqualTo("800.00");
    }

    @Test
    void anInstitutionThatIsDownCarriesNothingOut() throws Exception {
        court.account("down", "1000.00");
        court.script("bank", "{\"behaviour\":\"DOWN\",\"times\":2}");
        String number = number();

        Reply down = court.freeze("bank", number, "down", "100.00");
        Reply stillDown = court.lookUp("bank", number);

        assertThat(down.status()).isEqualTo(503);
        assertThat(stillDown.status()).isEqualTo(503);
        assertThat(court.lookUp("bank", number).status()).isEqualTo(404);
        assertThat(court.available("down")).isEqualTo("1000.00");
    }

    @Test
    void aRequestThatArrivesTwiceIsCarriedOutOnce() throws Exception {
        court.account("twice", "1000.00");
        court.script("bank", "{\"behaviour\":\"DUPLICATE\",\"times\":1}");

        Reply reply = court.freeze("bank", number(), "twice", "100.00");

        assertThat(reply.text("/amount")).isEqualTo("100.00");
        assertThat(court.available("twice")).isEqualTo("900.00");
    }

    @Test
    void aSlowInstitutionHoldsUpNobodyElse() throws Exception {
        court.script("vehicle-registry", "{\"behaviour\":\"SLOW\",\"delayMillis\":600,\"times\":1}");
        long begun = System.nanoTime();

        Reply slow = court.query("vehicle-registry", number(), Court.RESPONDENT);
        long took = (System.nanoTime() - begun) / 1_000_000;

        assertThat(slow.status()).isEqualTo(200);
        assertThat(took).isGreaterThanOrEqualTo(600);
        assertThat(court.get("/script/institutions/vehicle-registry").body()).contains("NORMAL");
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"WRONG_SCHEMA", "TOO_LARGE", "WRONG_SIGNATURE", "WRONG_SUBJECT", "WRONG_AMOUNT", "WRONG_REQUEST"})
    void aWrongReplyIsWrongOnceAndTheBooksStayRight(Behaviour behaviour) throws Exception {
        String asset = behaviour.name();
        court.account(asset, "1000.00");
        court.script("bank", "{\"behaviour\":\"%s\",\"times\":1}".formatted(behaviour));
        String number = number();

        Reply wrong = court.freeze("bank", number, asset, "100.00");
        Reply right = court.lookUp("bank", number);

        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.signed()).isEqualTo(behaviour != Behaviour.WRONG_SIGNATURE);
        if (behaviour != Behaviour.WRONG_SIGNATURE) {
            assertThat(wrong.json()).isNotEqualTo(right.json());
        }
        assertThat(wrong.json().toString().length() > 262_144).isEqualTo(behaviour == Behaviour.TOO_LARGE);
        assertThat(wrong.text("/requestNumber").equals(number)).isEqualTo(behaviour != Behaviour.WRONG_REQUEST);
        assertThat(wrong.text("/subject/idNumber").equals(Court.RESPONDENT))
                .isEqualTo(behaviour != Behaviour.WRONG_SUBJECT);
        assertThat(right.signed()).isTrue();
        assertThat(right.text("/amount")).isEqualTo("100.00");
        assertThat(court.available(asset)).isEqualTo("900.00");
    }

    @Test
    void scriptsAndPropertyThatMakeNoSenseAreRefused() throws Exception {
        assertThat(court.put("/script/institutions/bank", "{\"behaviour\":\"ASLEEP\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(court.put("/script/institutions/bank", "{\"behaviour\":\"SLOW\",\"times\":0}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(court.put("/script/institutions/bank", "{}").body()).contains("NOT_UNDERSTOOD");
        assertThat(court.put("/script/institutions/post-office", "{\"behaviour\":\"SLOW\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(court.put("/script/institutions/securities/assets", Court.asset("not-a-share", "1.00"))
                        .body())
                .contains("ASSET_KIND");
        court.account("held", "10.00");
        court.freeze("bank", number(), "held", "1.00");
        assertThat(court.put("/script/institutions/bank/assets", Court.asset("held", "10.00"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void thePageAndTheBooksBehindItAreThere() throws Exception {
        assertThat(court.get("/script").body()).contains("协助单位模拟台");
        assertThat(court.get("/script/institutions").body()).contains("演示银行", "沪A·D0001", "网络支付账户");
    }

    /** Everything that comes back on the line. */
    private static String raw(String number, String body) throws Exception {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), court.port())) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head = "POST /institutions/bank/freezes HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Request-Number: " + number
                    + "\r\nX-Court-Signature: " + court.sign(body) + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
            OutputStream out = line.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.flush();
            line.setSoTimeout(10_000);
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
