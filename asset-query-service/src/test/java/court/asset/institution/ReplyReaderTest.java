package court.asset.institution;

import static org.assertj.core.api.Assertions.assertThat;

import court.asset.institution.Asked.NoticeRef;
import court.asset.institution.Asked.RulingRef;
import court.asset.institution.Asked.Subject;
import court.platform.contract.AssetEvent.AssetKind;
import court.platform.contract.AssetEvent.Officer;
import court.platform.model.Money;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyReaderTest {

    private static final KeyPair KEY = pair();
    private static final Institution BANK =
            new Institution("bank", "演示银行", Set.of(AssetKind.DEPOSIT), "http://127.0.0.1", raw(KEY));
    private static final Officer OFFICER = new Officer("j", "w", "o");
    private static final Subject SUBJECT = new Subject("名", "ID_CARD", "31011719900101123X");
    private static final Asked QUERY = new Asked.Query("n1", "c", "court", OFFICER, SUBJECT);
    private static final Asked FREEZE = new Asked.Freeze(
            "n1",
            "c",
            "court",
            OFFICER,
            SUBJECT,
            "a1",
            Money.of("100.00"),
            LocalDate.of(2027, 3, 2),
            new RulingRef("r", "aa"),
            new NoticeRef("bb"));
    private static final Asked UNFREEZE =
            new Asked.Unfreeze("n1", "n0", "c", "court", OFFICER, "a1", Money.of("100.00"));

    private static final String FOUND = """
            {"requestNumber":"n1","institution":"bank","subject":{"idType":"ID_CARD","idNumber":"31011719900101123X"},
            "assets":[{"assetId":"a1","kind":"DEPOSIT","description":"账户","balance":"12.50","available":"10.00",
            "priorFreezes":[{"court":"法院","amount":"2.50","until":"2026-12-31"}],"exemption":"工资"}],
            "answeredAt":"2026-03-02T01:00:00Z"}""";
    private static final String FROZEN = """
            {"requestNumber":"n1","institution":"bank","subject":{"idType":"ID_CARD","idNumber":"31011719900101123X"},
            "assetId":"a1","result":"FROZEN","amount":"80.00","from":"2026-03-02","until":"2027-03-02",
            "answeredAt":"2026-03-02T01:00:00Z"}""";
    private static final String LIFTED = """
            {"requestNumber":"n1","institution":"bank","assetId":"a1","result":"UNFROZEN","amount":"100.00",
            "answeredAt":"2026-03-02T01:00:00Z"}""";

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String raw(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    private static Outcome read(Asked asked, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ReplyReader.read(BANK, asked, new Received(status, bytes, Ed25519.sign(KEY.getPrivate(), bytes)));
    }

    @Test
    void aProperAnswerIsBelieved() {
        assertThat(read(QUERY, 200, FOUND)).isInstanceOfSatisfying(Outcome.Answered.class, it -> {
            Reply.Thing thing = ((Reply.Found) it.reply()).things().getFirst();
            assertThat(thing.description()).isEqualTo("账户");
            assertThat(thing.available()).isEqualTo(Money.of("10.00"));
            assertThat(thing.priorFreezes()).hasSize(1);
        });
        assertThat(read(FREEZE, 200, FROZEN))
                .isEqualTo(new Outcome.Answered(
                        new Reply.Frozen(Money.of("80.00"), LocalDate.of(2026, 3, 2), LocalDate.of(2027, 3, 2))));
        assertThat(read(UNFREEZE, 200, LIFTED)).isEqualTo(new Outcome.Answered(new Reply.Unfrozen(Money.of("100.00"))));
        assertThat(read(QUERY, 202, "{\"requestNumber\":\"n1\",\"institution\":\"bank\",\"status\":\"PROCESSING\"}"))
                .isEqualTo(new Outcome.Processing());
        assertThat(read(QUERY, 404, "{\"requestNumber\":\"n1\",\"status\":\"UNKNOWN\"}"))
                .isEqualTo(new Outcome.NeverArrived());
    }

    @Test
    void whatIsUnsignedOrSignedOverOtherBytesIsNotBelieved() {
        byte[] bytes = FOUND.getBytes(StandardCharsets.UTF_8);
        String signature = Ed25519.sign(KEY.getPrivate(), bytes);
        byte[] changed = FOUND.replace("10.00", "11.00").getBytes(StandardCharsets.UTF_8);

        for (Received received : new Received[] {
            new Received(200, bytes, null),
            new Received(200, bytes, "not base64!"),
            new Received(200, changed, signature),
            new Received(
                    404, "{\"requestNumber\":\"n1\",\"status\":\"UNKNOWN\"}".getBytes(StandardCharsets.UTF_8), null)
        }) {
            assertThat(ReplyReader.read(BANK, QUERY, received)).isEqualTo(new Outcome.Distrusted(Fault.SIGNATURE));
        }
        assertThat(ReplyReader.read(BANK, QUERY, new Received(200, null, signature)))
                .isEqualTo(new Outcome.Distrusted(Fault.SIZE));
        assertThat(read(QUERY, 403, FOUND)).isEqualTo(new Outcome.Distrusted(Fault.STATUS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"n1\"|\"n2\"|REQUEST_NUMBER",
                "\"bank\"|\"securities\"|INSTITUTION",
                "123X|1234|SUBJECT",
                "ID_CARD|PASSPORT|SUBJECT",
                "\"DEPOSIT\"|\"VEHICLE\"|ASSET",
                "\"DEPOSIT\"|\"GOLD\"|SCHEMA",
                "\"DEPOSIT\"|0|SCHEMA",
                "\"12.50\"|\"-12.50\"|AMOUNT",
                "\"12.50\"|\"12.505\"|AMOUNT",
                "\"12.50\"|\"1e9\"|AMOUNT",
                "\"12.50\"|12.50|SCHEMA",
                "\"10.00\"|\"12.51\"|AMOUNT",
                "\"2.50\"|\"2.5\"|AMOUNT",
                "\"assets\":|\"things\":|SCHEMA",
                "\"账户\"|null|SCHEMA",
                "\"账户\"|\"\\u0000\"|SCHEMA",
                "\"账户\"|\"\\ud800\"|SCHEMA",
                "\"工资\"|\"31011719900101123x 的工资\"|SCHEMA",
                "\"法院\"|null|SCHEMA",
                "2026-12-31|soon|SCHEMA"
            })
    void aQueryAnswerWithOneThingWrongIsNotBelieved(String right, String wrong, Fault fault) {
        assertThat(FOUND).contains(right);

        assertThat(read(QUERY, 200, FOUND.replace(right, wrong))).isEqualTo(new Outcome.Distrusted(fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"80.00\"|\"100.01\"|AMOUNT",
                "\"80.00\"|null|SCHEMA",
                "2027-03-02|2027-03-03|TERM",
                "2026-03-02\",|2027-03-03\",|TERM",
                "\"a1\"|\"a2\"|ASSET",
                "\"FROZEN\"|\"UNFROZEN\"|SCHEMA",
                "\"FROZEN\"|\"REFUSED\"|SCHEMA",
                "123X|1234|SUBJECT"
            })
    void aFreezeAnswerWithOneThingWrongIsNotBelieved(String right, String wrong, Fault fault) {
        assertThat(FROZEN).contains(right);

        assertThat(read(FREEZE, 200, FROZEN.replace(right, wrong))).isEqualTo(new Outcome.Distrusted(fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"100.00\"|\"100.01\"|AMOUNT",
                "\"a1\"|\"a2\"|ASSET",
                "\"n1\"|\"n0\"|REQUEST_NUMBER",
                "\"UNFROZEN\"|\"REFUSED\"|SCHEMA"
            })
    void anUnfreezeAnswerWithOneThingWrongIsNotBelieved(String right, String wrong, Fault fault) {
        assertThat(read(UNFREEZE, 200, LIFTED.replace(right, wrong))).isEqualTo(new Outcome.Distrusted(fault));
    }

    @Test
    void whatIsNotOneJsonObjectInUtf8IsNotBelieved() {
        byte[] broken = {'{', (byte) 0xff, '}'};
        String signature = Ed25519.sign(KEY.getPrivate(), broken);

        assertThat(ReplyReader.read(BANK, QUERY, new Received(200, broken, signature)))
                .isEqualTo(new Outcome.Distrusted(Fault.SCHEMA));
        for (String body : new String[] {
            "",
            "null",
            "[]",
            FOUND + "{}",
            FOUND.replace("\"answeredAt\"", "\"extra\":1,\"answeredAt\""),
            FOUND.replace("\"bank\",", "\"bank\",\"institution\":\"bank\",")
        }) {
            assertThat(read(QUERY, 200, body)).as(body).isEqualTo(new Outcome.Distrusted(Fault.SCHEMA));
        }
    }

    @Test
    void theSameAssetTwiceIsNotBelieved() {
        String item = FOUND.substring(FOUND.indexOf("[{") + 1, FOUND.lastIndexOf("],"));

        assertThat(read(QUERY, 200, FOUND.replace(item, item + "," + item)))
                .isEqualTo(new Outcome.Distrusted(Fault.SCHEMA));
    }

    @Test
    void whatIsAskedStandsAsAgreed() {
        String json = new tools.jackson.databind.json.JsonMapper().writeValueAsString(FREEZE);

        assertThat(json)
                .isEqualTo("{\"requestNumber\":\"n1\",\"caseNumber\":\"c\",\"court\":\"court\","
                        + "\"officer\":{\"staffId\":\"j\",\"workPermit\":\"w\",\"officialPermit\":\"o\"},"
                        + "\"subject\":{\"name\":\"名\",\"idType\":\"ID_CARD\",\"idNumber\":\"31011719900101123X\"},"
                        + "\"assetId\":\"a1\",\"amount\":\"100.00\",\"until\":\"2027-03-02\","
                        + "\"ruling\":{\"number\":\"r\",\"sha256\":\"aa\"},\"notice\":{\"sha256\":\"bb\"}}");
        assertThat(Asked.read("FREEZE", json)).isEqualTo(FREEZE);
        assertThat(FREEZE.toString()).doesNotContain("31011719900101123X");
    }
}
