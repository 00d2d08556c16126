package court.deploy.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares acts spoken, ledger leaves and dossier entries of one case, and says what does not fit. */
final class Check {

    private static final List<String> FAULTS = List.of(
            "missingEntries", "missingLeaves", "unknownEntries", "unknownLeaves", "duplicates", "gaps", "damaged");

    private final Place place;
    private final PrintStream out;

    Check(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
    }

    /** Whether the three sets are equal. */
    boolean of(String caseId) {
        JsonNode answer = ask(caseId);
        for (JsonNode source : answer.path("sources")) {
            out.printf(
                    "%-12s  spoken %d  leaves %d  entries %d%n",
                    source.path("source").asString(),
                    source.path("spoken").asLong(),
                    source.path("leaves").asLong(),
                    source.path("entered").asLong());
        }
        FAULTS.stream()
                .filter(fault -> !answer.path(fault).isEmpty())
                .forEach(fault -> out.println(fault + ": " + answer.path(fault)));
        boolean equal = answer.path("equal").asBoolean();
        out.println((equal ? "equal" : "NOT EQUAL") + ", pending " + answer.path("pending"));
        return equal;
    }

    private JsonNode ask(String caseId) {
        URI address = URI.create(place.ports().url(Part.GATEWAY) + "/api/v1/cases/" + caseId + "/consistency");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + new Token(place).of("ops"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Failure("The check was refused (" + answer.statusCode() + "): " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new Failure("The platform does not answer; is it up? (./deploy/status)", e);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted", stop);
        }
    }
}
