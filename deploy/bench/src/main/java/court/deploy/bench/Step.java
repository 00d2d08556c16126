package court.deploy.bench;

import java.util.Locale;

/** A step of a filing's life that is timed. */
enum Step {
    DRAFT,
    MATERIAL,
    SUBMISSION,
    ACCEPTANCE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
