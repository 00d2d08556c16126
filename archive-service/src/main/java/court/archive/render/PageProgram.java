package court.archive.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A program of its own that draws the pages of one file that somebody handed in, as JPEG pictures. Nobody trusts such a file: whatever
 * it does, it does it here, with little memory, a time limit kept by who started this, no secrets and no way back but pictures.
 *
 * <p>Arguments: media type, file, folder for the pictures, most pages. Ends with 0, or with the exit code of a reason.
 */
final class PageProgram {

    private static final int FIRST_REASON = 10;

    private PageProgram() {}

    /** A file that is not drawn, and why. */
    static final class NotDrawn extends Exception {

        private static final long serialVersionUID = 1L;
        private final UnshownReason reason;

        NotDrawn(UnshownReason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }
    }

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(PageProgram::endWithParent);
        Runtime.getRuntime().halt(run(arguments));
    }

    static int exitCode(UnshownReason reason) {
        return FIRST_REASON + reason.ordinal();
    }

    static UnshownReason reason(int exitCode) {
        int ordinal = exitCode - FIRST_REASON;
        UnshownReason[] reasons = UnshownReason.values();
        return ordinal >= 0 && ordinal < reasons.length ? reasons[ordinal] : UnshownReason.BROKEN;
    }

    private static int run(String[] arguments) {
        Path file = Path.of(arguments[1]);
        Path folder = Path.of(arguments[2]);
        try {
            if (arguments[0].equals("application/pdf")) {
                PdfPictures.draw(file, folder, Integer.parseInt(arguments[3]));
            } else {
                PhotoPicture.draw(file, folder);
            }
            return 0;
        } catch (NotDrawn known) {
            return exitCode(known.reason);
        } catch (InvalidPasswordException locked) {
            return exitCode(UnshownReason.LOCKED);
        } catch (OutOfMemoryError full) {
            return exitCode(UnshownReason.TOO_HEAVY);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return exitCode(UnshownReason.BROKEN);
        }
    }

    // its standard input ends when who started it is gone, however that one ended
    private static void endWithParent() {
        try (InputStream parent = System.in) {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // the same as its end
        }
        Runtime.getRuntime().halt(1);
    }
}
