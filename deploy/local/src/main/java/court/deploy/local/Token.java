package court.deploy.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Signs a demo account in, just as a browser would, and keeps the bearer token. */
final class Token {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int OK = 200;

    private final Place place;
    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Token(Place place) {
        this.place = place;
    }

    String of(String account) {
        Accounts accounts = Accounts.read(place);
        if (accounts.staff().stream().anyMatch(member -> member.id().equals(account))) {
            return accessToken(staff(account, accounts.password()));
        }
        return accounts.parties().stream()
                .filter(party -> party.account().equals(account))
                .findFirst()
                .map(it -> accessToken(party(it)))
                .orElseThrow(
                        () -> new Failure("There is no demo account " + account + "; ./deploy/status lists them."));
    }

    private HttpResponse<String> staff(String account, String password) {
        HttpResponse<String> form = send(HttpRequest.newBuilder(gateway("/api/v1/sessions/staff")));
        Matcher csrf = CSRF.matcher(form.body());
        if (form.statusCode() != OK || !csrf.find()) {
            throw new Failure("The sign-in page did not come (" + form.statusCode() + "): " + form.body());
        }
        String fields = form(Map.of("username", account, "password", password, "_csrf", csrf.group(1)));
        return send(HttpRequest.newBuilder(form.uri().resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    private HttpResponse<String> party(Accounts.Party party) {
        Map<String, String> identity = Map.of(
                "name", party.name(),
                "idType", party.idType(),
                "idNumber", party.idNumber(),
                "phone", party.phone());
        return send(HttpRequest.newBuilder(gateway("/api/v1/sessions/development"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(identity))));
    }

    private String accessToken(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2 || !answer.body().startsWith("{")) {
            throw new Failure("Sign-in failed (" + answer.statusCode() + "): " + answer.body());
        }
        return json.readTree(answer.body()).required("accessToken").stringValue();
    }

    private URI gateway(String path) {
        return URI.create(place.ports().url(Part.GATEWAY) + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Failure("The platform does not answer; is it up? (./deploy/status)", e);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted", stop);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
