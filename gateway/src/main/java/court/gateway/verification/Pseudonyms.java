package court.gateway.verification;

import court.platform.identity.IdType;
import court.platform.vault.AccountSeal;
import court.platform.vault.KeyPort;
import court.platform.vault.PersonKey;
import court.platform.web.Command;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What the gateway keeps in place of numbers and accounts: no way back from it without the key. */
@Component
public class Pseudonyms {

    private final PersonKey persons;
    private final KeyPort keys;
    private final AccountSeal seal;
    private final Scheduler blocking;

    Pseudonyms(PersonKey persons, KeyPort keys, Scheduler blocking) {
        this.persons = persons;
        this.keys = keys;
        this.seal = new AccountSeal(keys);
        this.blocking = blocking;
    }

    /** Of a person or an organisation: the same in every service. */
    public Mono<String> of(IdType type, String number) {
        return Mono.fromCallable(() -> persons.of(type.name(), number)).subscribeOn(blocking);
    }

    /** The command with a keyed digest of its body: from a plain one, kept with the answer, a number could be guessed. */
    public Mono<Command> in(Command command) {
        return ofAccount("command", command.bodySha256()).map(command::about);
    }

    /** An account somewhere else in a form that only the platform's own services open. */
    public Mono<String> sealed(String account) {
        return Mono.fromCallable(() -> seal.close(account)).subscribeOn(blocking);
    }

    /** Of an account somewhere else, such as WeChat. */
    public Mono<String> ofAccount(String where, String account) {
        return Mono.fromCallable(() -> HexFormat.of()
                        .formatHex(keys.mac("account " + where, account.getBytes(StandardCharsets.UTF_8))))
                .subscribeOn(blocking);
    }
}
