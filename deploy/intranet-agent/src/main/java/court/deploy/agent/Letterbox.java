package court.deploy.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A way across the border: where bundles come from and acknowledgements go to. Nothing that comes from it is trusted. */
interface Letterbox {

    /** What somebody on the other side refuses for good: sending it again changes nothing. */
    final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    /** For people: which way it is. */
    String name();

    /** Notes that are there, at least those above this number, in the order of what they are called. */
    List<byte[]> notes(long after) throws IOException;

    /**
     * The package of a bundle.
     *
     * @param sha256 of the whole, so that only the same bytes are gone on with
     */
    Content content(long number, long from, String sha256) throws IOException;

    /** The proof of a bundle. */
    byte[] proof(long number) throws IOException;

    /** Hands in an acknowledgement; again, if need be. */
    void handIn(long number, byte[] acknowledgement) throws IOException;

    /** Called when the bundle is dealt with for good. */
    void done(long number) throws IOException;

    /**
     * Bytes on their way.
     *
     * @param from where they begin; not always where was asked
     */
    record Content(long from, InputStream bytes) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
