package court.archive.render;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the drawing of one file may take; setting {@code court.render}.
 *
 * @param timePerFile after which its process is ended
 * @param pagesPerFile more are not drawn
 * @param memoryPerFile heap of its process, in MiB
 */
@ConfigurationProperties("court.render")
record RenderLimits(
        @DefaultValue("2m") Duration timePerFile,
        @DefaultValue("500") int pagesPerFile,
        @DefaultValue("128") int memoryPerFile) {}
