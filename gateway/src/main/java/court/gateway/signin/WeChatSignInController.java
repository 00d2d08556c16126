package court.gateway.signin;

import court.gateway.session.SignedIn;
import court.gateway.signin.WeChatSignInDesk.Entry;
import court.gateway.wechat.BindingTicket;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Parties sign in from the mini-program 小程序. */
@RestController
@RequestMapping("/api/v1/sessions/wechat")
class WeChatSignInController {

    private final WeChatSignInDesk desk;

    WeChatSignInController(WeChatSignInDesk desk) {
        this.desk = desk;
    }

    /** @param code what {@code wx.login} gave the mini-program; good once, five minutes */
    record Login(@Nullable String code) {

        @Override
        public String toString() {
            return "Login";
        }
    }

    /**
     * The WeChat account is real but nobody is known by it yet.
     *
     * @param state always {@code IDENTITY_NEEDED}
     * @param bindingTicket to be sent with the facts to be verified; good once
     * @param expiresIn seconds the ticket is good
     * @param nextActions where to go on
     */
    record IdentityNeeded(String state, String bindingTicket, long expiresIn, List<String> nextActions) {

        static IdentityNeeded of(BindingTicket ticket) {
            return new IdentityNeeded(
                    "IDENTITY_NEEDED",
                    ticket.text(),
                    BindingTicket.LASTS.toSeconds(),
                    List.of("POST /api/v1/sessions/wechat/identity"));
        }

        @Override
        public String toString() {
            return "IdentityNeeded";
        }
    }

    @ApiResponse(
            responseCode = "200",
            description = "账号已实名认证，登录完成",
            content = @Content(schema = @Schema(implementation = SignedIn.class)))
    @ApiResponse(
            responseCode = "202",
            description = "账号尚未实名认证，请在五分钟内提交身份信息",
            content = @Content(schema = @Schema(implementation = IdentityNeeded.class)))
    @PostMapping
    Mono<ResponseEntity<Object>> enter(@RequestBody Login login) {
        return desk.enter(login.code()).map(entry -> switch (entry) {
            case Entry.Known(var tokens) -> ResponseEntity.ok(tokens);
            case Entry.Unknown(var ticket) ->
                ResponseEntity.status(HttpStatus.ACCEPTED).body(IdentityNeeded.of(ticket));
        });
    }

    /** Verifies who holds the ticket, binds the account to them and signs them in. */
    @PostMapping("/identity")
    Mono<SignedIn> verify(@RequestBody WeChatSignInDesk.Facts facts) {
        return desk.verify(facts);
    }
}
