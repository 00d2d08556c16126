package court.filing.notice;

import court.platform.json.Secret;
import court.platform.security.Actor;
import court.platform.vault.AccountSeal;
import court.platform.vault.KeyPort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Remembers the accounts of those who act through WeChat; of who is named twice the last. Inside a write unit. */
    Mono<Void> remember(List<Actor> actors, Instant now) {
        Map<String, String> seen = new TreeMap<>();
        actors.forEach(actor -> {
            if (actor.weChat() != null && actor.personKey() != null) {
                seen.put(actor.personKey(), actor.weChat());
            }
        });
        return seen.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        insert into wechat_account (person_key, sealed, seen_at)
                        select person, account, :now from unnest(:people::text[], :accounts::text[]) as it (person, account)
                        on conflict (person_key) do update set sealed = excluded.sealed, seen_at = excluded.seen_at""")
                        .bind("people", seen.keySet().toArray(String[]::new))
                        .bind("accounts", seen.values().toArray(String[]::new))
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .then();
    }

    private record Row(String personKey, String sealed) {}

    /** The account of who may act as each of these people, as their own secret; the one seen last. */
    Mono<Map<Concerned, Secret>> of(Collection<Concerned> people) {
        return people.isEmpty()
                ? Mono.just(Map.of())
                : database.sql(
                                "select person_key, sealed from wechat_account where person_key = any(:keys) order by seen_at desc")
                        .bind(
                                "keys",
                                people.stream()
                                        .flatMap(person -> person.personKeys().stream())
                                        .distinct()
                                        .toArray(String[]::new))
                        .mapProperties(Row.class)
                        .all()
                        .collectList()
                        .flatMap(rows -> rows.isEmpty()
                                ? Mono.just(Map.of())
                                : Mono.fromCallable(() -> opened(people, rows)).subscribeOn(blocking));
    }

    private Map<Concerned, Secret> opened(Collection<Concerned> people, List<Row> lastFirst) {
        Map<Concerned, Secret> accounts = new HashMap<>();
        people.forEach(person -> lastFirst.stream()
                .filter(row -> person.personKeys().contains(row.personKey()))
                .findFirst()
                .ifPresent(row -> accounts.put(person, new Secret(person.id(), seal.open(row.sealed())))));
        return accounts;
    }
}
