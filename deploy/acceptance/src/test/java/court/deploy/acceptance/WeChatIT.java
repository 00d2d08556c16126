package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.Platform.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.local.Part;
import java.net.URI;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A party with a phone signs in, through the simulated WeChat and the simulated identity authority. */
class WeChatIT {

    private static final String FACTS = """
            {"bindingTicket":"%s","phoneCode":"%s","name":"演示申请人","idType":"ID_CARD","idNumber":"%s"}""";
    private static final String NUMBER = "310117198001010019";

    @Test
    void anAccountIsBoundToAVerifiedIdentityOnceAndThenSignsInByItself() {
        JsonNode codes = codes();
        Answer first = enter(codes);
        if (first.status() == 202) {
            String ticket = first.text("bindingTicket");
            Answer wrong = verify(ticket, codes().path("phoneCode").asString(), "310117198001010027");
            Answer bound = verify(ticket, codes().path("phoneCode").asString(), NUMBER);
            assertThat(wrong.status()).isBetween(400, 499);
            assertThat(bound.ok().text("accessToken")).isNotEmpty();
            assertThat(verify(ticket, codes().path("phoneCode").asString(), NUMBER)
                            .status())
                    .as("a ticket is spent")
                    .isBetween(400, 499);
        }

        Answer again = enter(codes());
        String account =
                HTTP.get(again.ok().text("accessToken"), "/api/v1/cases").ok().body();

        assertThat(again.status()).isEqualTo(200);
        assertThat(account).contains("items");
    }

    @Test
    void aCodeThatWasUsedNeverGivesASession() {
        JsonNode codes = codes();
        enter(codes).ok();

        Answer replayed = enter(codes);

        assertThat(replayed.status()).isBetween(400, 499);
        assertThat(replayed.text("code")).startsWith("wechat.");
        assertThat(replayed.text("detail")).endsWith("。");
    }

    private static JsonNode codes() {
        URI script = LOCAL.address(Part.SIMULATORS).resolve("/script/wechat/codes");
        return HTTP.postAbsolute(script, "{\"account\":\"applicant\"}").ok().json();
    }

    private static Answer enter(JsonNode codes) {
        return HTTP.post(
                "",
                "/api/v1/sessions/wechat",
                "{\"code\":\"%s\"}".formatted(codes.path("loginCode").asString()));
    }

    private static Answer verify(String ticket, String phoneCode, String number) {
        return HTTP.post("", "/api/v1/sessions/wechat/identity", FACTS.formatted(ticket, phoneCode, number));
    }
}
