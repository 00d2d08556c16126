package court.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import court.gateway.support.Edge;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageIT {

    private final Edge edge = Edge.shared();

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/page/app.js, text/javascript",
        "/page/style.css, text/css",
        "/page/icon.svg, image/svg+xml"
    })
    void aFileComesWithTheRulesAndOnceOnly(String path, String type) {
        HttpResponse<String> first = edge.get(path);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(first.headers().allValues("Content-Security-Policy")).containsExactly(PageRules.POLICY);
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(edge.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }
}
