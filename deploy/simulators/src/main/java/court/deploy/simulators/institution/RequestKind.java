package court.deploy.simulators.institution;

import java.util.Locale;

/** What can be asked, by the last part of the address. */
enum RequestKind {
    QUERIES(CourtRequest.Query.class),
    FREEZES(CourtRequest.Freeze.class),
    UNFREEZES(CourtRequest.Unfreeze.class);

    private final Class<? extends CourtRequest> type;

    RequestKind(Class<? extends CourtRequest> type) {
        this.type = type;
    }

    Class<? extends CourtRequest> type() {
        return type;
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
