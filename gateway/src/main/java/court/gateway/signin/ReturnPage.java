package court.gateway.signin;

import court.gateway.page.PageRules;
import court.gateway.session.SignedIn;
import java.util.Arrays;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/**
 * How a browser that came back from the identity provider gets what a program gets as JSON: a page of ours whose script
 * puts the tokens into that tab and goes on. They stand in no address, no cookie and no cache.
 */
final class ReturnPage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="UTF-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>登录 · 移动微执行</title>
            <link rel="stylesheet" href="/page/style.css">
            <script type="module" src="/page/signed-in.js"></script>
            </head>
            <body><main class="narrow"><p id="signed-in" data-access="%s" data-refresh="%s" data-seconds="%s" \
            data-problem="%s">正在登录……</p></main></body>
            </html>
            """;

    private ReturnPage() {}

    static ResponseEntity<Object> of(SignedIn it) {
        return page(
                HttpStatusCode.valueOf(200), it.accessToken(), it.refreshToken(), Long.toString(it.expiresIn()), "");
    }

    static ResponseEntity<Object> of(HttpStatusCode status, String problem) {
        return page(status, "", "", "", problem);
    }

    private static ResponseEntity<Object> page(HttpStatusCode status, String... values) {
        Object[] escaped = Arrays.stream(values).map(HtmlUtils::htmlEscape).toArray();
        return ResponseEntity.status(status)
                .headers(PageRules::on)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(PAGE.formatted(escaped));
    }
}
