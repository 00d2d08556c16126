package court.gateway.wechat;

import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.security.Via;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Whose each WeChat account is, both known by pseudonym. The first verified person keeps it. */
@Repository
public class WeChatBindings {

    private final DatabaseClient database;
    private final BindingTickets tickets;
    private final WriteUnit unit;
    private final Clock clock;

    WeChatBindings(DatabaseClient database, BindingTickets tickets, WriteUnit unit, Clock clock) {
        this.database = database;
        this.tickets = tickets;
        this.unit = unit;
        this.clock = clock;
    }

    private record Row(UUID id, String personKey) {}

    /** The party who signs in with this WeChat account, if it was bound. */
    public Mono<Actor> find(WeChatAccount account) {
        return database.sql("""
                        select a.id, a.person_key from wechat_binding b join account a on a.id = b.account_id
                        where b.account_key = :account""")
                .bind("account", account.key())
                .mapProperties(Row.class)
                .one()
                .map(row -> new Actor(row.id().toString(), Set.of(Role.PARTY), null, row.personKey())
                        .through(account.sealed())
                        .via(Via.WECHAT));
    }

    /** A ticket with which this account may be bound after its owner's identity was verified. */
    public Mono<BindingTicket> offer(WeChatAccount account) {
        return unit.run(() -> tickets.issue(account));
    }

    /** Counts an attempt to use the ticket, before anybody outside is asked; refuses when it is good for nothing more. */
    public Mono<Void> attempt(BindingTicket ticket) {
        return unit.run(() -> tickets.attempt(ticket));
    }

    /** Uses the ticket up and binds its account to this party, and gives it; call it in the unit that opens the session. */
    public Mono<WeChatAccount> bind(BindingTicket ticket, UUID party) {
        return tickets.spend(ticket).flatMap(account -> bind(account, party).thenReturn(account));
    }

    private Mono<Void> bind(WeChatAccount account, UUID party) {
        return database.sql("""
                        insert into wechat_binding (account_key, account_id, bound_at) values (:account, :party, :now)
                        on conflict do nothing""")
                .bind("account", account.key())
                .bind("party", party)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .then()
                .then(Mono.defer(() -> find(account)))
                .filter(bound -> bound.id().equals(party.toString()))
                .switchIfEmpty(Mono.error(WeChatRefusal.BOUND_TO_ANOTHER::because))
                .then();
    }
}
