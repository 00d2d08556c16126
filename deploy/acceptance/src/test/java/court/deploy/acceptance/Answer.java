package court.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered. */
record Answer(int status, HttpHeaders headers, byte[] bytes) {

    private static final JsonMapper JSON = JsonMapper.shared();

    String body() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JSON.readTree(bytes);
    }

    String text(String field) {
        return json().path(field).asString();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String etag() {
        return header("ETag");
    }

    boolean isOk() {
        return status / 100 == 2;
    }

    /** The same answer, when it is a success. */
    Answer ok() {
        assertThat(status).as(body()).isBetween(200, 299);
        return this;
    }

    /** The answer without what differs from one asking to the next. */
    String withoutTrace() {
        return status + " " + body().replaceAll("\"traceId\":\"[^\"]*\",?", "");
    }

    @Override
    public String toString() {
        return status + " " + body();
    }
}
