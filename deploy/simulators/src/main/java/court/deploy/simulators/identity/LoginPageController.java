package court.deploy.simulators.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page where a judge or clerk types account and password. */
@RestController
class LoginPageController {

    private static final String WRONG = "<p class=\"wrong\" role=\"alert\">账号或密码不正确，请重新输入。</p>";

    private final Resource page;

    LoginPageController(@Value("classpath:login.html") Resource page) {
        this.page = page;
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String login(CsrfToken token, @RequestParam(required = false) @Nullable String error) throws IOException {
        return page.getContentAsString(StandardCharsets.UTF_8)
                .replace("<!-- error -->", error == null ? "" : WRONG)
                .replace("<!-- token -->", hidden(token));
    }

    private static String hidden(CsrfToken token) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(HtmlUtils.htmlEscape(token.getParameterName()), HtmlUtils.htmlEscape(token.getToken()));
    }
}
