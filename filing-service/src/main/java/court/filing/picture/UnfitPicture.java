package court.filing.picture;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A picture that cannot become a page. */
public final class UnfitPicture extends IOException {

    private static final long serialVersionUID = 1L;

    UnfitPicture(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
