package court.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often one address may try the sign-in paths.
 *
 * @param signInBurst attempts at once
 * @param signInPerMinute attempts per minute after that
 */
@ConfigurationProperties("court.limit")
record Limits(int signInBurst, int signInPerMinute) {}
