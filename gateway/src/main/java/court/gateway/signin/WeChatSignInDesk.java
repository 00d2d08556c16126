package court.gateway.signin;

import court.gateway.session.SignedIn;
import court.gateway.verification.IdentityAuthority;
import court.gateway.verification.Person;
import court.gateway.wechat.BindingTicket;
import court.gateway.wechat.WeChat;
import court.gateway.wechat.WeChatBindings;
import court.platform.identity.IdType;
import court.platform.security.Actor;
import court.platform.security.Via;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How a party signs in with WeChat: at once when the account is known, else after their identity was verified. */
@Component
class WeChatSignInDesk {

    private final WeChat weChat;
    private final WeChatBindings bindings;
    private final IdentityAuthority authority;
    private final SignInDesk desk;
    private final Clock clock;

    WeChatSignInDesk(
            WeChat weChat, WeChatBindings bindings, IdentityAuthority authority, SignInDesk desk, Clock clock) {
        this.weChat = weChat;
        this.bindings = bindings;
        this.authority = authority;
        this.desk = desk;
        this.clock = clock;
    }

    /** What a login code leads to. */
    sealed interface Entry {

        /** The account is bound: its owner is in. */
        record Known(SignedIn tokens) implements Entry {}

        /** Nobody is known by this account yet. */
        record Unknown(BindingTicket ticket) implements Entry {}
    }

    /**
     * What somebody tells of themselves to be verified.
     *
     * @param phoneCode what WeChat gave the mini-program when its user agreed to share the phone number; good once
     */
    record Facts(
            @Nullable String bindingTicket,
            @Nullable String phoneCode,
            @Nullable String name,
            @Nullable IdType idType,
            @Nullable String idNumber) {

        @Override
        public String toString() {
            return "Facts";
        }
    }

    /** Anybody with a login code that was not used before. */
    Mono<Entry> enter(@Nullable String loginCode) {
        return weChat.account(loginCode)
                .flatMap(account -> bindings.find(account)
                        .flatMap(desk::known)
                        .<Entry>map(Entry.Known::new)
                        .switchIfEmpty(Mono.defer(() -> bindings.offer(account).map(Entry.Unknown::new))));
    }

    /** Whoever holds a binding ticket, once their facts were found right; of two at once with one ticket one wins. */
    Mono<SignedIn> verify(Facts facts) {
        String name = SignInForm.name(facts.name());
        VerifiedIdentity claimed = SignInForm.identity(facts.idType(), facts.idNumber(), clock.instant());
        BindingTicket ticket = new BindingTicket(facts.bindingTicket() == null ? "" : facts.bindingTicket());
        Person person = new Person(name, claimed.type(), claimed.number());
        return bindings.attempt(ticket)
                .then(Mono.defer(() -> weChat.phone(facts.phoneCode())))
                .flatMap(phone -> authority.confirm(person, phone))
                .then(Mono.defer(() -> desk.party(claimed, party -> bind(ticket, party))));
    }

    private Mono<Actor> bind(BindingTicket ticket, Actor party) {
        return bindings.bind(ticket, UUID.fromString(party.id()))
                .map(account -> party.through(account.sealed()).via(Via.WECHAT));
    }
}
