package court.platform.scan;

import java.nio.channels.SeekableByteChannel;

/** Looks for malicious software in a file. Blocking. */
public interface VirusScan {

    /** Refuses an infected file; says so when it could not be looked into. */
    Scan scan(SeekableByteChannel content);
}
