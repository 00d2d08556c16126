package court.deploy.agent;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends a download on which nothing arrives any more; the client itself would wait for ever. */
final class Stall extends FilterInputStream {

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stall").factory());

    private final Duration patience;

    Stall(InputStream bytes, Duration patience) {
        super(bytes);
        this.patience = patience;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        Future<?> end = WATCH.schedule(this::end, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return super.read(into, from, most);
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    private void end() {
        try {
            in.close();
        } catch (IOException notClosed) {
            throw new UncheckedIOException(notClosed);
        }
    }
}
