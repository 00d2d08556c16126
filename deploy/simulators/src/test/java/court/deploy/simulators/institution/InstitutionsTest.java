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

/** The institutions as the court meets them, over HTTP. Each test freezes property of its own. */
class InstitutionsTest {

    private static final String RESPONDENT = "310115197505150026";
    private static final String STRANGER = "310101199009090037";

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
    void theBankTellsBalanceAvailableBalanceEarlierFreezesAndExemption() throws Exception {
        String number = number();

        Reply reply = court.query("bank", number, RESPONDENT);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.signed()).isTrue();
        assertThat(reply.text("/requestNumber")).isEqualTo(number);
        assertThat(reply.text("/institution")).isEqualTo("bank");
        assertThat(reply.json().get("subject").toString())
                .isEqualTo("{\"idType\":\"ID_CARD\",\"idNumber\":\"310115197505150026\"}");
        assertThat(reply.text("/assets/0/assetId")).isEqualTo("bank-622200000001");
        assertThat(reply.text("/assets/0/balance")).isEqualTo("90000.00");
        assertThat(reply.text("/assets/0/priorFreezes/0/amount")).isEqualTo("10000.00");
        assertThat(reply.text("/assets/0/priorFreezes/0/until")).isEqualTo("2027-06-30");
        assertThat(reply.json().at("/assets/0").has("owner")).isFalse();
        assertThat(reply.text("/assets/1/exemption")).isEqualTo("建设工程农民工工资专用账户");
        assertThat(java.time.Instant.parse(reply.text("/answeredAt")))
                .isBefore(java.time.Instant.now().plusSeconds(1));
    }

    @Test
    void nothingFoundIsAResultToo() throws Exception {
        Reply reply = court.query("bank", number(), STRANGER);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("assets").isEmpty()).isTrue();
    }

    @Test
    void theOtherRegistersKnowVehicleFlatAndPaymentAccount() throws Exception {
        Reply vehicle = court.query("vehicle-registry", number(), RESPONDENT);
        Reply flat = court.query("real-estate-registry", number(), RESPONDENT);
        Reply payment = court.query("internet-payment", number(), RESPONDENT);

        assertThat(vehicle.text("/assets/0/kind")).isEqualTo("VEHICLE");
        assertThat(vehicle.json().at("/assets/0").has("balance")).isFalse();
        assertThat(flat.text("/assets/0/kind")).isEqualTo("REAL_ESTATE");
        assertThat(payment.text("/assets/0/available")).isEqualTo("1200.50");
    }

    @Test
    void aFreezeLowersTheAvailableBalanceAndAnUnfreezeRaisesItAgain() throws Exception {
        account("lowered", "1000.00");
        String freeze = number();

        Reply first = court.freeze("bank", freeze, "lowered", "700.00");
        Reply second = court.freeze("bank", number(), "lowered", "700.00");
        Reply third = court.freeze("bank", number(), "lowered", "700.00");
        Reply part = court.unfreeze("bank", number(), freeze, "lowered", "600.00");
        Reply tooMuch = court.unfreeze("bank", number(), freeze, "lowered", "100.01");

        assertThat(first.text("/result")).isEqualTo("FROZEN");
        assertThat(first.text("/amount")).isEqualTo("700.00");
        assertThat(first.text("/until")).isEqualTo("2099-12-31");
        assertThat(second.text("/amount")).isEqualTo("300.00");
        assertThat(third.text("/result")).isEqualTo("REFUSED");
        assertThat(part.text("/result")).isEqualTo("UNFROZEN");
        assertThat(tooMuch.text("/result")).isEqualTo("REFUSED");
        assertThat(available("lowered")).isEqualTo("600.00");
    }

    // RP7
    @Test
    void aWageAccountIsNotFrozen() throws Exception {
        Reply reply = court.freeze("bank", number(), "bank-622200000002", "1.00");

        assertThat(reply.text("/result")).isEqualTo("REFUSED");
        assertThat(reply.text("/reason")).contains("建设工程农民工工资专用账户").endsWith("。");
        assertThat(available("bank-622200000002")).isEqualTo("56000.00");
    }

    @Test
    void whatBelongsToSomebodyElseIsNotFrozen() throws Exception {
        Reply reply = court.freeze("bank", number(), "bank-100100000001", "1.00");

        assertThat(reply.text("/result")).isEqualTo("REFUSED");
        assertThat(reply.json().has("amount")).isFalse();
    }

    // RP5
    @Test
    void theSameRequestAgainGivesTheFirstResultAndFreezesOnce() throws Exception {
        account("once", "1000.00");
        String number = number();

        Reply first = court.freeze("bank", number, "once", "400.00");
        Reply again = court.freeze("bank", number, "once", "400.00");

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(court.lookUp("bank", number).json()).isEqualTo(first.json());
        assertThat(available("once")).isEqualTo("600.00");
    }

    @Test
    void theSameNumberForAnotherRequestIsRefused() throws Exception {
        account("reused", "1000.00");
        String number = number();
        court.freeze("bank", number, "reused", "400.00");

        Reply other = court.freeze("bank", number, "reused", "401.00");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("/code")).isEqualTo("REQUEST_NUMBER_REUSED");
        assertThat(available("reused")).isEqualTo("600.00");
    }

    @Test
    void aRequestThatNeverCameIsUnknownAndThatIsSigned() throws Exception {
        Reply reply = court.lookUp("bank", "never");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.signed()).isTrue();
        assertThat(reply.json().toString()).isEqualTo("{\"requestNumber\":\"never\",\"status\":\"UNKNOWN\"}");
    }

    @Test
    void onlyWhatTheCourtSignedIsTaken() throws Exception {
        account("signed", "1000.00");
        String number = number();
        String body = Court.freezeBody(number, "signed", "100.00");
        String more = Court.freezeBody(number, "signed", "900.00");

        Reply changed = court.send("bank", court.request("bank", "freezes", number, more, court.sign(body)));
        Reply unsigned = court.send("bank", court.request("bank", "freezes", number, body, "none"));
        Reply otherNumber = court.send("bank", court.request("bank", "freezes", number(), body, court.sign(body)));

        assertThat(changed.status()).isEqualTo(401);
        assertThat(changed.text("/code")).isEqualTo("COURT_SIGNATURE");
        assertThat(unsigned.status()).isEqualTo(401);
        assertThat(otherNumber.text("/code")).isEqualTo("REQUEST_NUMBER");
        assertThat(available("signed")).isEqualTo("1000.00");
        assertThat(court.lookUp("bank", number).status()).isEqualTo(404);
    }

    // RP4
    @Test
    void anOfficerWithoutRegisteredPermitsIsRefused() throws Exception {
        account("officer", "1000.00");
        String number = number();
        String body = Court.freezeBody(number, "officer", "100.00");

        Reply wrongPermit = court.post("bank", "freezes", number, body.replace("沪0117-公-0101", "沪0117-公-0102"));
        Reply unregistered = court.post("bank", "freezes", number, body.replace("songjiang-judge-1", "pudong-judge-1"));
        Reply missing = court.post("bank", "freezes", number, body.replace(",\"officialPermit\":\"沪0117-公-0101\"", ""));

        assertThat(wrongPermit.status()).isEqualTo(403);
        assertThat(wrongPermit.text("/code")).isEqualTo("OFFICER_UNREGISTERED");
        assertThat(unregistered.status()).isEqualTo(403);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(available("officer")).isEqualTo("1000.00");
    }

    // RP8
    @Test
    void aFreezeWithoutRulingOrWithAnOddAmountIsNotUnderstood() throws Exception {
        account("odd", "1000.00");
        String number = number();
        String body = Court.freezeBody(number, "odd", "100.00");

        Reply noRuling = court.post("bank", "freezes", number, body.replaceAll("\"ruling\":\\{[^}]*\\},", ""));
        Reply negative = court.post("bank", "freezes", number, body.replace("100.00", "-100.00"));
        Reply threeDecimals = court.post("bank", "freezes", number, body.replace("100.00", "100.001"));
        Reply noJson = court.post("bank", "freezes", number, "冻结");

        assertThat(noRuling.status()).isEqualTo(400);
        assertThat(noRuling.text("/code")).isEqualTo("NOT_UNDERSTOOD");
        assertThat(noRuling.text("/detail")).endsWith("。");
        assertThat(negative.status()).isEqualTo(400);
        assertThat(threeDecimals.status()).isEqualTo(400);
        assertThat(noJson.status()).isEqualTo(400);
        assertThat(available("odd")).isEqualTo("1000.00");
    }

    @Test
    void aLateInstitutionTakesTheRequestAndHasTheResultLater() throws Exception {
        account("late", "1000.00");
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
        account("lost", "1000.00");
        court.script("bank", "{\"behaviour\":\"LOST\",\"times\":1}");
        String number = number();
        String body = Court.freezeBody(number, "lost", "100.00");

        assertThat(raw(number, body)).isEmpty();

        assertThat(court.lookUp("bank", number).text("/result")).isEqualTo("FROZEN");
        assertThat(available("lost")).isEqualTo("900.00");
        court.script("bank", "{\"behaviour\":\"LOST\",\"times\":1}");
        assertThatThrownBy(() -> court.freeze("bank", number(), "lost", "100.00"))
                .isInstanceOf(IOException.class);
        assertThat(available("lost")).isEqualTo("800.00");
    }

    @Test
    void anInstitutionThatIsDownCarriesNothingOut() throws Exception {
        account("down", "1000.00");
        court.script("bank", "{\"behaviour\":\"DOWN\",\"times\":2}");
        String number = number();

        Reply down = court.freeze("bank", number, "down", "100.00");
        Reply stillDown = court.lookUp("bank", number);

        assertThat(down.status()).isEqualTo(503);
        assertThat(stillDown.status()).isEqualTo(503);
        assertThat(court.lookUp("bank", number).status()).isEqualTo(404);
        assertThat(available("down")).isEqualTo("1000.00");
    }

    @Test
    void aRequestThatArrivesTwiceIsCarriedOutOnce() throws Exception {
        account("twice", "1000.00");
        court.script("bank", "{\"behaviour\":\"DUPLICATE\",\"times\":1}");

        Reply reply = court.freeze("bank", number(), "twice", "100.00");

        assertThat(reply.text("/amount")).isEqualTo("100.00");
        assertThat(available("twice")).isEqualTo("900.00");
    }

    @Test
    void aSlowInstitutionHoldsUpNobodyElse() throws Exception {
        court.script("vehicle-registry", "{\"behaviour\":\"SLOW\",\"delayMillis\":600,\"times\":1}");
        long begun = System.nanoTime();

        Reply slow = court.query("vehicle-registry", number(), RESPONDENT);
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
        account(asset, "1000.00");
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
        assertThat(wrong.text("/subject/idNumber").equals(RESPONDENT)).isEqualTo(behaviour != Behaviour.WRONG_SUBJECT);
        assertThat(right.signed()).isTrue();
        assertThat(right.text("/amount")).isEqualTo("100.00");
        assertThat(available(asset)).isEqualTo("900.00");
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
        assertThat(court.put("/script/institutions/securities/assets", asset("not-a-share", "1.00"))
                        .body())
                .contains("ASSET_KIND");
        account("held", "10.00");
        court.freeze("bank", number(), "held", "1.00");
        assertThat(court.put("/script/institutions/bank/assets", asset("held", "10.00"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void thePageAndTheBooksBehindItAreThere() throws Exception {
        assertThat(court.get("/script").body()).contains("协助单位模拟台");
        assertThat(court.get("/script/institutions").body()).contains("演示银行", "沪A·D0001", "网络支付账户");
    }

    private static void account(String assetId, String balance) throws Exception {
        assertThat(court.put("/script/institutions/bank/assets", asset(assetId, balance))
                        .statusCode())
                .isEqualTo(200);
    }

    private static String asset(String assetId, String balance) {
        return """
                {"owner":{"name":"演示被执行人","idType":"ID_CARD","idNumber":"310115197505150026"},"assetId":"%s",
                 "kind":"DEPOSIT","description":"测试账户","balance":"%s","available":"%s","priorFreezes":[]}""".formatted(assetId, balance, balance);
    }

    private static String available(String assetId) throws Exception {
        Reply all = court.query("bank", number(), RESPONDENT);
        return all.json()
                .get("assets")
                .valueStream()
                .filter(it -> it.get("assetId").stringValue().equals(assetId))
                .map(it -> it.get("available").stringValue())
                .findFirst()
                .orElseThrow();
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
