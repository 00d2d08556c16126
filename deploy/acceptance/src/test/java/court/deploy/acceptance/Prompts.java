package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.Platform.LOCAL;
import static org.awaitility.Awaitility.await;

import court.deploy.local.Part;
import java.net.URI;
import java.util.List;

/** What arrives on the simulated phones. */
final class Prompts {

    private Prompts() {}

    /** Waits until so many texts have arrived on a phone, and gives them, the first first. */
    static List<String> on(String phone, int texts) {
        await(texts + " texts")
                .atMost(CourtCase.SOON)
                .until(() -> arrived(phone).size() >= texts);
        return arrived(phone);
    }

    /** What has arrived by now. */
    static List<String> arrived(String phone) {
        URI address = LOCAL.address(Part.SIMULATORS).resolve("/script/sms/messages");
        return HTTP.getAbsolute(address, "")
                .ok()
                .json()
                .valueStream()
                .filter(it -> it.path("phone").asString().equals(phone))
                .filter(it -> it.path("delivered").asBoolean())
                .map(it -> it.path("text").asString())
                .toList()
                .reversed();
    }
}
