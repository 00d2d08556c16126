package court.ledger.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How fast the audit goes.
 *
 * @param every from the end of a pass to the next
 * @param leavesPerSecond at most
 * @param bytesPerSecond of facts and files, at most
 */
@ConfigurationProperties("court.ledger.audit")
record AuditSettings(Duration every, long leavesPerSecond, DataSize bytesPerSecond) {}
