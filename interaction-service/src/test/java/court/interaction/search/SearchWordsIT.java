package court.interaction.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.platform.support.Caller.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words as people type them, and what is no word. */
class SearchWordsIT extends SearchedRoom {

    @Test
    void widthCapitalsSpacesAndPunctuationMakeNoDifference() {
        String text = "车牌 沪Ａ·１２３４５，已向 ABC 银行\u200B转账 1,000 元";
        say(sender, text);

        for (String q : List.of("沪a12345", "ａｂｃ银行", "银行转账", "转账１０００元", "AbC\u3000银 行", "'转账'1_0%00")) {
            assertThat(texts(open.judge(), "q", q)).as(q).containsExactly(text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "冻, search.words_too_short",
        "'', search.words_too_short",
        "'，。！ ？…—', search.words_too_short",
        "%, search.words_too_short",
        "_, search.words_too_short",
        "'''', search.words_too_short",
        "👍, search.words_too_short",
        "𠮷, search.words_too_short",
        "冻\u200B\u200D\uFEFF, search.words_too_short"
    })
    void wordsThatCannotBeLookedForAreRefused(String q, String code) {
        Answer answer = search(sender, "q", q.translateEscapes());

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("detail").asString()).contains("两个字");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%a%b", "a_b", "a'b", "' or 1=1 --", "👍👍", "{a,b}", "\\\\x00", "a\"b", "𠮷野"})
    void oddWordsFindThemselvesOnly(String q) {
        say(sender, "别的话 axb");
        say(sender, "前" + q + "后");

        assertThat(texts(sender, "q", q)).containsExactly("前" + q + "后");
    }

    @Test
    void tooMuchOrUnreadableIsRefused() {
        assertThat(search(sender, "q", "长".repeat(101)).code()).isEqualTo("search.words_too_long");
        assertThat(search(sender, "q", "长".repeat(100)).status()).isEqualTo(200);
        assertThat(search(sender, "q", "l".repeat(1_000)).code()).isEqualTo("search.words_too_long");
        assertThat(search(sender, "q", "长".repeat(1_000)).code()).isEqualTo("search.words_too_long");
        assertThat(search(sender, "q", "ab\0").code()).isEqualTo("text.nul_character");
        assertThat(search(sender, "sender", "\0").code()).isEqualTo("text.nul_character");
        assertThat(search(sender, "type", "\0").code()).isEqualTo("text.nul_character");
        assertThat(search(sender, "reader", "\0").code()).isEqualTo("access.not_yours");
        assertThat(search(sender, "kind", "SMELL").code()).isEqualTo("edge.wrong_value");
        assertThat(search(sender, "from", "yesterday").code()).isEqualTo("edge.wrong_value");
        assertThat(search(sender, "limit", "many").code()).isEqualTo("edge.wrong_value");
        assertThat(search(sender, "cursor", "x").code()).isEqualTo("edge.cursor_unreadable");
        assertThat(search(sender, "from", "+1000000000-01-01T00:00:00Z").code()).isEqualTo("search.time_unusable");
        assertThat(search(sender, "from", "-1000000000-01-01T00:00:00Z").code()).isEqualTo("search.time_unusable");
        assertThat(search(sender, "from", "2026-02-01T00:00:00Z", "to", "2026-01-01T00:00:00Z")
                        .code())
                .isEqualTo("search.time_unusable");
        for (String raw : List.of("q=%ED%A0%80%ED%A0%80", "q=%FF%FE", "q=%", "q=%G1", "q=ab&q=cd", "q&kind=")) {
            assertThat(status(raw)).as(raw).isLessThan(500);
        }
    }

    /** The status of a request that no client library would send. */
    private int status(String query) {
        URI address = URI.create(sender.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + open.path("/search?" + query) + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                    + sender.token() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
            return Integer.parseInt(line.split(" ", -1)[1]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
