package court.gateway.route;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The table of everything that can be reached behind the gateway; what matches no row is not there. The first row that
 * matches is the route, so what is special about a path stands before the ordinary.
 */
public enum EdgeRoute {
    FILING_UPLOAD("filing", Kind.UPLOAD, HttpMethod.POST, "/api/v1/filings/*/materials"),
    FILING_RESUMABLE_UPLOAD("filing", Kind.UPLOAD, null, "/api/v1/filings/*/uploads", "/api/v1/filings/*/uploads/*"),
    FILING_COMPOSITION("filing", Kind.MAKING, HttpMethod.POST, "/api/v1/filings/*/materials/composition"),
    FILING_DOWNLOAD("filing", Kind.DOWNLOAD, HttpMethod.GET, "/api/v1/filings/*/materials/*/**"),
    FILING("filing", Kind.ORDINARY, null, "/api/v1/filings/**"),
    LEGAL_TIME("filing", Kind.ORDINARY, null, "/api/v1/calendar/**", "/api/v1/outages/**", "/api/v1/cases/*/deadlines"),

    ROOM_UPLOAD("interaction", Kind.UPLOAD, HttpMethod.POST, "/api/v1/cases/*/files", "/api/v1/cases/*/agents"),
    ROOM_RESUMABLE_UPLOAD("interaction", Kind.UPLOAD, null, "/api/v1/cases/*/uploads", "/api/v1/cases/*/uploads/*"),
    /** A message that names a whole upload takes its file in, which lasts the longer the larger it is. */
    ROOM_MESSAGE("interaction", Kind.MAKING, HttpMethod.POST, "/api/v1/cases/*/messages"),
    ROOM_DOWNLOAD(
            "interaction",
            Kind.DOWNLOAD,
            HttpMethod.GET,
            "/api/v1/cases/*/files/*/**",
            "/api/v1/cases/*/agents/*/letter/content"),
    ROOM_STREAM("interaction", Kind.STREAM, HttpMethod.GET, "/api/v1/cases/*/stream/**"),
    ROOM_SOCKET("interaction", Kind.SOCKET, HttpMethod.GET, "/api/v1/cases/*/socket"),
    ROOM(
            "interaction",
            Kind.ORDINARY,
            null,
            "/api/v1/card-schemas/**",
            "/api/v1/cases",
            "/api/v1/cases/*/room/**",
            "/api/v1/cases/*/socket-tickets",
            "/api/v1/cases/*/messages/**",
            "/api/v1/cases/*/search",
            "/api/v1/cases/*/files/**",
            "/api/v1/cases/*/respondents/**",
            "/api/v1/cases/*/members/**",
            "/api/v1/cases/*/assistants/**",
            "/api/v1/cases/*/deputy/**",
            "/api/v1/cases/*/agents/**",
            "/api/v1/cases/*/read",
            "/api/v1/cases/*/content-checks",
            "/api/v1/cases/*/talks/**",
            "/api/v1/cases/*/closing",
            "/api/v1/cases/*/unanswered/**",
            "/api/v1/rooms/**"),

    ASSET_UPLOAD("asset", Kind.UPLOAD, HttpMethod.POST, "/api/v1/cases/*/rulings"),
    ASSET_DOWNLOAD("asset", Kind.DOWNLOAD, HttpMethod.GET, "/api/v1/cases/*/rulings/*/files/**"),
    ASSET(
            "asset",
            Kind.ORDINARY,
            null,
            "/api/v1/cases/*/queries/**",
            "/api/v1/cases/*/assets",
            "/api/v1/cases/*/rulings/**",
            "/api/v1/cases/*/freezes/**"),

    LEDGER_CHECK("ledger", Kind.CHECK, HttpMethod.POST, "/api/v1/ledger/verify"),
    LEDGER(
            "ledger",
            Kind.ORDINARY,
            null,
            "/api/v1/cases/*/leaves/**",
            "/api/v1/cases/*/verification",
            "/api/v1/ledger/**"),

    DOSSIER_DOWNLOAD(
            "archive",
            Kind.DOWNLOAD,
            HttpMethod.GET,
            "/api/v1/cases/*/dossier/*/volume",
            "/api/v1/cases/*/dossier/*/package",
            "/api/v1/bundles/*/content"),
    ARCHIVE(
            "archive",
            Kind.ORDINARY,
            null,
            "/api/v1/cases/*/timeline",
            "/api/v1/cases/*/entries/**",
            "/api/v1/cases/*/consistency",
            "/api/v1/cases/*/accesses",
            "/api/v1/cases/*/dossier/**",
            "/api/v1/bundles/**"),

    FILING_OPERATIONS("filing", Kind.ORDINARY, null, "/api/v1/operations/filing/**"),
    ROOM_OPERATIONS("interaction", Kind.ORDINARY, null, "/api/v1/operations/interaction/**"),
    ASSET_OPERATIONS("asset", Kind.ORDINARY, null, "/api/v1/operations/asset/**"),
    LEDGER_OPERATIONS("ledger", Kind.ORDINARY, null, "/api/v1/operations/ledger/**"),
    ARCHIVE_OPERATIONS("archive", Kind.ORDINARY, null, "/api/v1/operations/dossier/**");

    /** What a route is for decides its limits: a time-out is for short answers only. */
    public enum Kind {
        ORDINARY,
        UPLOAD,
        /** A file that is only looked at and may be larger than one that is kept. */
        CHECK,
        DOWNLOAD,
        /** A small request whose answer takes work. */
        MAKING,
        STREAM,
        /** A request that becomes a socket (RFC 6455). */
        SOCKET
    }

    private final String peer;
    private final Kind kind;
    private final @Nullable HttpMethod method;
    private final List<PathPattern> patterns;

    EdgeRoute(String peer, Kind kind, @Nullable HttpMethod method, String... patterns) {
        this.peer = peer;
        this.kind = kind;
        this.method = method;
        this.patterns = Arrays.stream(patterns)
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    /** The route of a request, if there is one. */
    public static Optional<EdgeRoute> of(HttpMethod method, PathContainer path) {
        return Arrays.stream(values())
                .filter(route -> route.matches(method, path))
                .findFirst();
    }

    private boolean matches(HttpMethod asked, PathContainer path) {
        return (method == null || method.equals(asked)) && patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** The services behind the gateway. */
    public static Set<String> peers() {
        return Set.of("filing", "interaction", "asset", "ledger", "archive");
    }

    public String peer() {
        return peer;
    }

    public Kind kind() {
        return kind;
    }
}
