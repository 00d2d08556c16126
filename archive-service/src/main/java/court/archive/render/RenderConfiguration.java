package court.archive.render;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The printer of the archive. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RenderLimits.class)
class RenderConfiguration {

    @Bean(destroyMethod = "close")
    PdfVolumeRenderer volumeRenderer(RenderLimits limits) {
        return new PdfVolumeRenderer(limits);
    }
}
