package court.ledger.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Rows for one table in PostgreSQL's own form ({@code COPY … (FORMAT binary)}): written once and never spelt out, so that a batch
 * costs one statement for each table and little of anybody's processor. Fields in the order of the columns.
 */
final class CopyRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int FIRST_SIZE = 64 * 1024;

    private final String table;
    private final int columns;
    private final ByteBuf out = Unpooled.buffer(FIRST_SIZE);

    /** @param table with its columns, as {@code node (level, index, hash)} */
    CopyRows(String table) {
        this.table = table;
        this.columns = (int) table.chars().filter(it -> it == ',').count() + 1;
        out.writeBytes(SIGNATURE).writeInt(0).writeInt(0); // no flags, no extension
    }

    /** Begins a row. */
    CopyRows row() {
        out.writeShort(columns);
        return this;
    }

    CopyRows bytes(byte[] value) {
        out.writeInt(value.length).writeBytes(value);
        return this;
    }

    CopyRows text(String value) {
        return bytes(value.getBytes(UTF_8));
    }

    CopyRows integer(int value) {
        out.writeInt(Integer.BYTES).writeInt(value);
        return this;
    }

    CopyRows bigint(@Nullable Long value) {
        if (value == null) {
            return nothing();
        }
        out.writeInt(Long.BYTES).writeLong(value);
        return this;
    }

    CopyRows uuid(UUID value) {
        out.writeInt(2 * Long.BYTES)
                .writeLong(value.getMostSignificantBits())
                .writeLong(value.getLeastSignificantBits());
        return this;
    }

    CopyRows time(@Nullable Instant value) {
        return value == null ? nothing() : bigint(ChronoUnit.MICROS.between(POSTGRES_EPOCH, value));
    }

    private CopyRows nothing() {
        out.writeInt(-1);
        return this;
    }

    /** Adds the rows to the table, in the transaction that is under way. */
    Mono<Long> into(DatabaseClient database) {
        out.writeShort(-1);
        return database.inConnection(connection ->
                postgres(connection).copyIn("copy " + table + " from stdin (format binary)", Mono.just(out)));
    }

    private static PostgresqlConnection postgres(Connection connection) {
        Object inner = connection;
        while (!(inner instanceof PostgresqlConnection) && inner instanceof Wrapped<?> wrapped) {
            inner = wrapped.unwrap();
        }
        return (PostgresqlConnection) inner;
    }
}
