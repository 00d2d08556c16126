package court.deploy.acceptance;

import static court.deploy.acceptance.CourtCase.SOON;
import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.Platform.LOCAL;
import static court.deploy.acceptance.Platform.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.deploy.local.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One trace from the caller through every service that an acceptance reaches. */
class TraceIT {

    @Test
    void anAcceptanceIsOneTraceInTheLogsOfAllServices() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        Filing submitted = Filing.submitted(Person.anybody("申请人甲"), Person.anybody("被执行人乙"));

        HTTP.traced(
                        submitted.sent(token(Filing.JUDGE), "/acceptance"),
                        "00-" + trace + "-" + trace.substring(16).replaceFirst("^0", "1") + "-01")
                .ok();

        for (Part service : List.of(Part.FILING, Part.INTERACTION, Part.LEDGER, Part.ARCHIVE)) {
            await(service + "'s log").atMost(SOON).until(() -> lines(service).anyMatch(line -> isOf(line, trace)));
        }
    }

    @Test
    void logsAreJsonWithoutWhoTheyAreAbout() throws IOException {
        CourtCase room = CourtCase.open();

        for (Part service : List.of(Part.FILING, Part.INTERACTION, Part.LEDGER, Part.ARCHIVE, Part.GATEWAY)) {
            assertThat(lines(service).filter(line -> line.startsWith("{"))).isNotEmpty();
            assertThat(Files.readString(LOCAL.log(service)))
                    .doesNotContain(
                            room.applicant().idNumber(), room.applicant().phone());
        }
    }

    private static Stream<String> lines(Part service) throws IOException {
        return Files.readAllLines(LOCAL.log(service)).stream();
    }

    private static boolean isOf(String line, String trace) {
        if (!line.startsWith("{") || !line.contains(trace)) {
            return false;
        }
        JsonNode entry = JsonMapper.shared().readTree(line);
        return entry.at("/trace/id")
                .asString(entry.path("traceId").asString(""))
                .equals(trace);
    }
}
