package court.gateway.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything this process logs while it is open; of one class from INFO on, of the others warnings. */
public final class HeardLog implements AutoCloseable {

    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
    private final Logger told;

    public HeardLog(Class<?> told) {
        this.told = (Logger) LoggerFactory.getLogger(told);
        this.told.setLevel(Level.INFO);
        heard.start();
        root.addAppender(heard);
    }

    public List<ILoggingEvent> lines(String about) {
        return List.copyOf(heard.list).stream()
                .filter(it -> it.getFormattedMessage().contains(about))
                .toList();
    }

    /** What would call somebody, or shows a trace. */
    public List<ILoggingEvent> loud() {
        return List.copyOf(heard.list).stream()
                .filter(it -> it.getLevel().isGreaterOrEqual(Level.WARN) || it.getThrowableProxy() != null)
                .toList();
    }

    @Override
    public void close() {
        told.setLevel(null);
        root.detachAppender(heard);
    }
}
