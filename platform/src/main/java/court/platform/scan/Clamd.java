package court.platform.scan;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a ClamAV daemon. When it does not answer in time the file is taken and recorded as not scanned: people have terms to
 * keep, and what stands on record can be scanned later; a file refused is not there any more.
 */
final class Clamd implements VirusScan, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");
    private static final String CLEAN = "stream: OK";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ClamdAddress address;
    private final Duration within;
    private final Clock clock;

    Clamd(ClamdAddress address, Duration within, Clock clock) {
        this.address = address;
        this.within = within;
        this.clock = clock;
    }

    @Override
    public Scan look(SeekableByteChannel content) {
        Future<Scan> asked = threads.submit(() -> ask(content));
        try {
            return asked.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return unanswered(e);
        } catch (TimeoutException e) {
            return unanswered(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unanswered(e);
        } finally {
            asked.cancel(true);
        }
    }

    private Scan ask(SeekableByteChannel content) throws IOException {
        ClamdTalk talk = new ClamdTalk(address.socket());
        String engine = talk.version();
        String answer = talk.instream(content);
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Scan(Scan.State.INFECTED, clock.instant(), engine, found.group(1));
        }
        if (!answer.equals(CLEAN)) {
            throw new IOException("clamd answers: " + answer);
        }
        return new Scan(Scan.State.CLEAN, clock.instant(), engine);
    }

    private Scan unanswered(Throwable why) {
        LOG.warn("a file was not scanned: {}", String.valueOf(why.getCause() == null ? why : why.getCause()));
        return Scan.none(clock.instant());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
