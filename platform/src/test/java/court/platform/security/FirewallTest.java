package court.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;

class FirewallTest {

    /** The value of a header as a controller reads it. */
    private static @Nullable String read(String sent) {
        MockServerWebExchange exchange =
                MockServerWebExchange.from(MockServerHttpRequest.get("/").header("Some", sent));
        return new CallerConfiguration()
                .firewall()
                .getFirewalledExchange(exchange)
                .blockOptional()
                .orElseThrow()
                .getRequest()
                .getHeaders()
                .getFirst("Some");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain ~", "with\ttab", "浦东新区", "a\uD83D\uDC68"})
    void whatIsTextIsRead(String sent) {
        assertThat(read(sent)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0001", "a\u007f", "a\u0085b", "a\u0378"})
    void whatIsNoneIsRefused(String sent) {
        assertThatThrownBy(() -> read(sent)).isInstanceOf(ServerExchangeRejectedException.class);
    }

    @Test
    void whatIsNotThereIsNone() {
        assertThat(new CallerConfiguration()
                        .firewall()
                        .getFirewalledExchange(MockServerWebExchange.from(MockServerHttpRequest.get("/")))
                        .blockOptional()
                        .orElseThrow()
                        .getRequest()
                        .getHeaders()
                        .getFirst("Some"))
                .isNull();
    }
}
