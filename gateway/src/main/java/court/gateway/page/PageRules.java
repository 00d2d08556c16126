package court.gateway.page;

import org.springframework.http.HttpHeaders;

/**
 * What a browser is told to refuse on our pages: scripts, styles and connections that are not ours, anything written into
 * the page itself, and being shown inside another page.
 */
public final class PageRules {

    /** Only an answer can say this, no page about itself (CSP Level 3 §3.3). */
    static final String UNFRAMED = "; frame-ancestors 'none'";

    /** CSP Level 3; images may also come from memory, for pictures that only a bearer token fetches. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' blob:; media-src 'self' blob:; form-action 'none'; base-uri 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'" + UNFRAMED;

    private PageRules() {}

    /** Sets them on an answer; what is not set here, the gateway's ordinary headers say. */
    public static void on(HttpHeaders headers) {
        on(headers, POLICY);
    }

    static void on(HttpHeaders headers, String policy) {
        headers.set("Content-Security-Policy", policy);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
    }
}
