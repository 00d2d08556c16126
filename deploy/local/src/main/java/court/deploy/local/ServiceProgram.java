package court.deploy.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** One of our own services, run as a process of its own. */
final class ServiceProgram implements Program {

    private static final List<String> MEMORY = List.of("-Xms24m", "-Xmx128m");
    private static final List<String> LITTLE = List.of("-Xms8m", "-Xmx64m");
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final Part part;
    private final Place place;

    ServiceProgram(Part part, Place place) {
        this.part = part;
        this.place = place;
    }

    @Override
    public ProcessBuilder command() throws IOException {
        if (part == Part.AGENT) {
            new Intranet(place).create();
            new TrustedKeys(place, new Intranet(place).trust()).fetch();
        }
        if (part == Part.WITNESS) {
            new WitnessSetUp(place).prepare();
        }
        Programs.Runnable program = new Programs(place).unpack(part);
        List<String> memory = part == Part.AGENT || part == Part.WITNESS ? LITTLE : MEMORY;
        ProcessBuilder builder = new ProcessBuilder(Java.command(memory, program.classPath(), program.main()));
        builder.directory(place.data().toFile());
        builder.environment().putAll(new ServiceEnvironment(place, part).variables());
        return builder;
    }

    @Override
    public boolean ready() {
        return Ports.answers(place.ports().management(part)) && saysReady();
    }

    private boolean saysReady() {
        URI readiness = URI.create("http://127.0.0.1:" + place.ports().management(part) + "/actuator/health/readiness");
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(readiness).timeout(PATIENCE).build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
