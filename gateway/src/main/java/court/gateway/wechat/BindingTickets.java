package court.gateway.wechat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All binding tickets: each good for five minutes, five attempts and one success. */
@Repository
class BindingTickets {

    private static final int ATTEMPTS = 5;

    private final DatabaseClient database;
    private final Clock clock;

    BindingTickets(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Row(String accountKey, String sealedAccount) {}

    /** A new ticket for this account; those that ended go. */
    Mono<BindingTicket> issue(WeChatAccount account) {
        BindingTicket ticket = BindingTicket.fresh();
        return database.sql("delete from binding_ticket where ends_at < :now")
                .bind("now", now())
                .then()
                .then(database.sql("""
                                insert into binding_ticket (sha256, account_key, sealed_account, ends_at)
                                values (:sha256, :account, :sealed, :ends)""")
                        .bind("sha256", ticket.sha256())
                        .bind("account", account.key())
                        .bind("sealed", account.sealed())
                        .bind("ends", now().plus(BindingTicket.LASTS))
                        .then())
                .thenReturn(ticket);
    }

    /** Counts an attempt before anybody outside is asked; refuses when there is none left. */
    Mono<Void> attempt(BindingTicket ticket) {
        return changed(ticket, """
                update binding_ticket set attempts = attempts + 1
                where sha256 = :sha256 and spent_at is null and ends_at > :now and attempts < %d
                returning account_key, sealed_account""".formatted(ATTEMPTS)).then();
    }

    /** Uses the ticket up and gives its account; of several at once one wins. */
    Mono<WeChatAccount> spend(BindingTicket ticket) {
        return changed(ticket, """
                update binding_ticket set spent_at = :now
                where sha256 = :sha256 and spent_at is null and ends_at > :now
                returning account_key, sealed_account""");
    }

    private Mono<WeChatAccount> changed(BindingTicket ticket, String sql) {
        return database.sql(sql)
                .bind("sha256", ticket.sha256())
                .bind("now", now())
                .mapProperties(Row.class)
                .one()
                .map(row -> new WeChatAccount(row.accountKey(), row.sealedAccount()))
                .switchIfEmpty(Mono.error(WeChatRefusal.TICKET_INVALID::because));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
