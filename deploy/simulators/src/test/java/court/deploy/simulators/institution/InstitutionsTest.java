package court.deploy.simulators.institution;

import static court.deploy.simulators.institution.Court.number;
import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.simulators.institution.Court.Reply;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The institutions as the court meets them, over HTTP. Each test freezes property of its own. */
class InstitutionsTest {

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

    @Test
    void theBankTellsBalanceAvailableBalanceEarlierFreezesAndExemption() throws Exception {
        String number = number();

        Reply reply = court.query("bank", number, Court.RESPONDENT);

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
        Reply vehicle = court.query("vehicle-registry", number(), Court.RESPONDENT);
        Reply flat = court.query("real-estate-registry", number(), Court.RESPONDENT);
        Reply payment = court.query("internet-payment", number(), Court.RESPONDENT);

        assertThat(vehicle.text("/assets/0/kind")).isEqualTo("VEHICLE");
        assertThat(vehicle.json().at("/assets/0").has("balance")).isFalse();
        assertThat(flat.text("/assets/0/kind")).isEqualTo("REAL_ESTATE");
        assertThat(payment.text("/assets/0/available")).isEqualTo("1200.50");
    }

    @Test
    void aFreezeLowersTheAvailableBalanceAndAnUnfreezeRaisesItAgain() throws Exception {
        court.account("lowered", "1000.00");
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
        assertThat(court.available("lowered")).isEqualTo("600.00");
    }

    // RP7
    @Test
    void aWageAccountIsNotFrozen() throws Exception {
        Reply reply = court.freeze("bank", number(), "bank-622200000002", "1.00");

        assertThat(reply.text("/result")).isEqualTo("REFUSED");
        assertThat(reply.text("/reason")).contains("建设工程农民工工资专用账户").endsWith("。");
        assertThat(court.available("bank-622200000002")).isEqualTo("56000.00");
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
        court.account("once", "1000.00");
        String number = number();

        Reply first = court.freeze("bank", number, "once", "400.00");
        Reply again = court.freeze("bank", number, "once", "400.00");

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(court.lookUp("bank", number).json()).isEqualTo(first.json());
        assertThat(court.available("once")).isEqualTo("600.00");
    }

    @Test
    void theSameNumberForAnotherRequestIsRefused() throws Exception {
        court.account("reused", "1000.00");
        String number = number();
        court.freeze("bank", number, "reused", "400.00");

        Reply other = court.freeze("bank", number, "reused", "401.00");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("/code")).isEqualTo("REQUEST_NUMBER_REUSED");
        assertThat(court.available("reused")).isEqualTo("600.00");
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
        court.account("signed", "1000.00");
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
        assertThat(court.available("signed")).isEqualTo("1000.00");
        assertThat(court.lookUp("bank", number).status()).isEqualTo(404);
    }

    // RP4
    @Test
    void anOfficerWithoutRegisteredPermitsIsRefused() throws Exception {
        court.account("officer", "1000.00");
        String number = number();
        String body = Court.freezeBody(number, "officer", "100.00");

        Reply wrongPermit = court.post("bank", "freezes", number, body.replace("沪0117-公-0101", "沪0117-公-0102"));
        Reply unregistered = court.post("bank", "freezes", number, body.replace("songjiang-judge-1", "pudong-judge-1"));
        Reply missing = court.post("bank", "freezes", number, body.replace(",\"officialPermit\":\"沪0117-公-0101\"", ""));

        assertThat(wrongPermit.status()).isEqualTo(403);
        assertThat(wrongPermit.text("/code")).isEqualTo("OFFICER_UNREGISTERED");
        assertThat(unregistered.status()).isEqualTo(403);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(court.available("officer")).isEqualTo("1000.00");
    }

    // RP8
    @Test
    void aFreezeWithoutRulingOrWithAnOddAmountIsNotUnderstood() throws Exception {
        court.account("odd", "1000.00");
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
        assertThat(court.available("odd")).isEqualTo("1000.00");
    }
}
