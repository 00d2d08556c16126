package court.deploy.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.simulators.verification.Register;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** WeChat and the identity authority, asked over HTTP as the gateway asks them. */
@SpringBootTest(
        classes = WeChatTest.WeChatAndAuthorityAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "court.simulators.gateway-secret=a secret",
            "court.simulators.parties=../local/demo/parties.json",
            "court.simulators.wechat-app-id=wx-demo",
            "court.simulators.wechat-secret=a-wechat-secret",
            "court.simulators.verification-secret=a-verification-secret"
        })
class WeChatTest {

    @SpringBootApplication(scanBasePackageClasses = {WeChatController.class, Register.class})
    static class WeChatAndAuthorityAlone {}

    private static final String CREDENTIALS = "Basic Z2F0ZXdheTphLXZlcmlmaWNhdGlvbi1zZWNyZXQ=";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void aLoginCodeGivesTheSameOpenIdEachTimeAndIsGoodOnce() throws Exception {
        String code = codes("applicant").get("loginCode").asString();

        JsonNode session = session("wx-demo", "a-wechat-secret", code);

        assertThat(session.get("openid").asString()).hasSize(28);
        assertThat(session.get("session_key").asString()).isNotBlank();
        assertThat(session("wx-demo", "a-wechat-secret", code).get("errcode").asInt())
                .isEqualTo(40163);
        JsonNode again = session(
                "wx-demo",
                "a-wechat-secret",
                codes("applicant").get("loginCode").asString());
        assertThat(again.get("openid")).isEqualTo(session.get("openid"));
        assertThat(session(
                                "wx-demo",
                                "a-wechat-secret",
                                codes("stranger").get("loginCode").asString())
                        .get("openid"))
                .isNotEqualTo(session.get("openid"));
    }

    @Test
    void wrongCodesAndSecretsGetTheErrorsOfTheRealOne() throws Exception {
        JsonNode codes = codes("applicant");
        String code = codes.get("loginCode").asString();

        assertThat(session("wx-demo", "wrong", code).get("errcode").asInt()).isEqualTo(40125);
        assertThat(session("wx-other", "a-wechat-secret", code).get("errcode").asInt())
                .isEqualTo(40013);
        assertThat(session("wx-demo", "a-wechat-secret", codes.get("phoneCode").asString())
                        .get("errcode")
                        .asInt())
                .isEqualTo(40029);
        assertThat(session("wx-demo", "a-wechat-secret", code).has("openid")).isTrue();
    }

    @Test
    void aPhoneCodeGivesTheNumberOnceToWhoHoldsTheToken() throws Exception {
        String code = codes("applicant").get("phoneCode").asString();
        String token =
                post("/wechat/cgi-bin/stable_token", """
                {"grant_type":"client_credential","appid":"wx-demo","secret":"a-wechat-secret","force_refresh":false}""").get("access_token").asString();

        assertThat(phone("nonsense", code).get("errcode").asInt()).isEqualTo(40001);
        assertThat(phone(token, code).at("/phone_info/purePhoneNumber").asString())
                .isEqualTo("19900000001");
        assertThat(phone(token, code).get("errcode").asInt()).isEqualTo(40163);
    }

    @Test
    void whoExchangesCodesTooOftenIsToldToSlowDown() throws Exception {
        int error = 0;
        for (int i = 0; i < 205 && error == 0; i++) {
            error = session(
                            "wx-demo",
                            "a-wechat-secret",
                            codes("respondent").get("loginCode").asString())
                    .path("errcode")
                    .asInt(0);
        }

        assertThat(error).isEqualTo(45011);
    }

    @Test
    void aSubscribeMessageArrivesWithItsUserOrIsRefusedAsByScript() throws Exception {
        String openid = session(
                        "wx-demo",
                        "a-wechat-secret",
                        codes("stranger").get("loginCode").asString())
                .get("openid")
                .asString();

        assertThat(subscribed(token(), openid, "执行申请已收到")).isZero();
        assertThat(subscribed("nonsense", openid, "执行申请已收到")).isEqualTo(40001);
        assertThat(subscribed(token(), "oNobody", "执行申请已收到")).isEqualTo(40003);
        assertThat(subscribed(token(), openid, "一".repeat(21))).isEqualTo(47003);
        assertThat(played("REFUSED", openid)).isEqualTo(43101);
        assertThat(played("RATE_LIMITED", openid)).isEqualTo(45009);
        assertThat(played("TOKEN_EXPIRED", openid)).isEqualTo(42001);
        assertThat(played("TOKEN_REPLACED", openid)).isEqualTo(40001);
        assertThat(played("NORMAL", openid)).isZero();
        String arrived = http.send(request("/script/wechat/messages").build(), BodyHandlers.ofString())
                .body();
        assertThat(JSON.readTree(arrived)).hasSize(2);
        assertThat(arrived).contains(openid, "执行申请已收到");
    }

    private int played(String behaviour, String openid) throws Exception {
        http.send(
                request("/script/wechat/subscriptions")
                        .PUT(BodyPublishers.ofString("{\"behaviour\":\"" + behaviour + "\",\"account\":\"stranger\"}"))
                        .build(),
                BodyHandlers.ofString());
        return subscribed(token(), openid, "执行申请已收到");
    }

    private int subscribed(String token, String openid, String matter) throws Exception {
        return post("/wechat/cgi-bin/message/subscribe/send?access_token=" + token, """
                {"touser":"%s","template_id":"case-progress","page":"pages/index/index","miniprogram_state":"formal",
                 "lang":"zh_CN","data":{"thing1":{"value":"%s"}}}""".formatted(openid, matter))
                .get("errcode")
                .asInt();
    }

    private String token() throws Exception {
        return post("/wechat/cgi-bin/stable_token", """
                {"grant_type":"client_credential","appid":"wx-demo","secret":"a-wechat-secret","force_refresh":false}""").get("access_token").asString();
    }

    @Test
    void theAuthoritySaysYesOnlyWhenEverythingFits() throws Exception {
        String facts = """
                {"name":"演示申请人","idType":"ID_CARD","idNumber":"310117198001010019","phone":"19900000001"}""";

        assertThat(verdict("verify", facts)).isTrue();
        assertThat(verdict("verify", facts.replace(",\"phone\":\"19900000001\"", "")))
                .isTrue();
        assertThat(verdict("verify", facts.replace("19900000001", "19900000002")))
                .isFalse();
        assertThat(verdict("verify", facts.replace("演示申请人", "演示旁人"))).isFalse();
    }

    @Test
    void theAuthorityKnowsTheLegalRepresentativeOfAnOrganisation() throws Exception {
        String facts = """
                {"name":"演示置业有限公司","creditCode":"91310117MA1DEM0A9T",
                 "representative":{"name":"演示法定代表人","idType":"ID_CARD","idNumber":"310117197007070042"}}""";

        assertThat(verdict("organisation", facts)).isTrue();
        assertThat(verdict("organisation", facts.replace("演示置业", "演示建设"))).isFalse();
        assertThat(verdict(
                        "organisation",
                        facts.replace("演示法定代表人", "演示申请人").replace("310117197007070042", "310117198001010019")))
                .isFalse();
    }

    @Test
    void theAuthorityTalksToItsClientOnly() throws Exception {
        for (String credentials : new String[] {"", "Basic eDp5"}) {
            HttpRequest.Builder request = request("/identity/verify").header("Authorization", credentials);
            assertThat(http.send(
                                    request.POST(BodyPublishers.ofString(
                                                    "{\"name\":\"\",\"idType\":\"\",\"idNumber\":\"\"}"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private JsonNode codes(String account) throws Exception {
        return post("/script/wechat/codes", "{\"account\":\"" + account + "\"}");
    }

    private JsonNode session(String appid, String secret, String code) throws Exception {
        HttpResponse<String> answer = http.send(
                request("/wechat/sns/jscode2session?grant_type=authorization_code&appid=" + appid + "&secret=" + secret
                                + "&js_code=" + code)
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        return JSON.readTree(answer.body());
    }

    private JsonNode phone(String token, String code) throws Exception {
        return post("/wechat/wxa/business/getuserphonenumber?access_token=" + token, "{\"code\":\"" + code + "\"}");
    }

    private boolean verdict(String path, String facts) throws Exception {
        return post("/identity/" + path, facts).get("match").asBoolean();
    }

    private JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                request(path)
                        .header("Authorization", CREDENTIALS)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json");
    }
}
