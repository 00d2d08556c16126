package court.interaction.socket;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much a socket is waited for.
 *
 * @param unacknowledged entries sent ahead of the client's acknowledgements; bounds what one socket holds in memory
 * @param ping how often the client is asked whether it is there
 * @param patience how long it may be silent, or acknowledge nothing while entries wait, before the socket is closed
 */
@ConfigurationProperties("court.socket")
record SocketSettings(int unacknowledged, Duration ping, Duration patience) {}
