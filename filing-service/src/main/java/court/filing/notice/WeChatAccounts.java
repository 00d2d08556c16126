package court.filing.notice;

import court.platform.json.Secret;
import court.platform.security.Actor;
import court.platform.vault.AccountSeal;
import court.platform.vault.KeyPort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** By which WeChat account a person acted last: by pseudonym, the account sealed. */
@Repository
class WeChatAccounts {

    private final DatabaseClient database;
    private final AccountSeal seal;
    private final Scheduler blocking;

    WeChatAccounts(DatabaseClient database, KeyPort keys, Scheduler blocking) {
        this.database = database;
        this.seal = new AccountSeal(keys);
        this.blocking = blocking;
    }

    /** Remembers the account of who acts through WeChat. Inside a write unit. */
    Mono<Void> remember(Actor actor, Instant now) {
        if (actor.weChat() == null || actor.personKey() == null) {
            return Mono.empty();
        }
        return database.sql("""
                        insert into wechat_account (person_key, sealed, seen_at) values (:person, :sealed, :now)
                        on conflict (person_key) do update set sealed = :sealed, seen_at = :now""")
                .bind("person", actor.personKey())
                .bind("sealed", actor.weChat())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .then();
    }

    /** The account of who may act as this person, as their own secret; the one seen last. */
    Mono<Optional<Secret>> of(Concerned person) {
        return database.sql(
                        "select sealed from wechat_account where person_key = any(:keys) order by seen_at desc limit 1")
                .bind("keys", person.personKeys().toArray(String[]::new))
                .mapValue(String.class)
                .one()
                .flatMap(kept -> Mono.fromCallable(() -> new Secret(person.id(), seal.open(kept)))
                        .subscribeOn(blocking))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }
}
