package court.platform.scan;

import java.nio.channels.SeekableByteChannel;

/** Looks for malicious software in a file. Blocking. */
public interface VirusScan {

    /** What became of looking; says so when it could not be looked into. */
    Scan look(SeekableByteChannel content);

    /** The same for a file that is not taken yet: refuses an infected one. */
    default Scan scan(SeekableByteChannel content) {
        Scan scan = look(content);
        if (scan.isInfected()) {
            throw ScanRefusal.INFECTED.because(String.valueOf(scan.found()));
        }
        return scan;
    }
}
