package court.asset.request;

import court.asset.institution.Institution;
import court.asset.institution.InstitutionClient;
import court.asset.institution.Institutions;
import court.asset.institution.Outcome;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One exchange about one request: take it, send it or ask about it, keep what became of it. */
@Component
class Exchanges {

    private final Institutions institutions;
    private final InstitutionClient client;
    private final RequestDesk desk;

    Exchanges(Institutions institutions, InstitutionClient client, RequestDesk desk) {
        this.institutions = institutions;
        this.client = client;
        this.desk = desk;
    }

    /** Completes when what became of it is kept; empty when somebody else has the request. */
    Mono<Void> exchange(UUID number) {
        return desk.take(number).flatMap(request -> talk(request).flatMap(outcome -> desk.keep(request, outcome)));
    }

    private Mono<Outcome> talk(Request request) {
        Institution institution = institutions.find(request.institution()).orElse(null);
        if (institution == null) {
            return Mono.just(new Outcome.Silent(false));
        }
        return request.unsent()
                ? client.send(
                        institution, request.asked(), request.content().text().reveal())
                : client.ask(institution, request.asked());
    }
}
