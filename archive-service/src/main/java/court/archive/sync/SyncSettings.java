package court.archive.sync;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How bundles leave the house.
 *
 * @param origin name of the key that signs them; fixed with the key at the first start
 * @param export folder where they are put besides being served; absent: they are only served
 * @param agents public keys (C2SP verifier key lines) of the intranets' agents by client id; the name of each key is
 *     {@code intranet-agent/} and the code of its court
 * @param every how often to look for something to send
 */
@ConfigurationProperties("court.sync")
record SyncSettings(
        @DefaultValue("mobile-micro-enforcement/bundles") String origin,
        @Nullable Path export,
        @DefaultValue Map<String, String> agents,
        @DefaultValue("1s") Duration every) {}
