package court.asset.matter;

import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.web.Views;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who may order and see property control: the court of the case alone (rule A6). To everybody else, parties of the case
 * among them, there is nothing here.
 */
@Component
public class Bench {

    private final Memberships memberships;
    private final Views views;

    Bench(Memberships memberships, Views views) {
        this.memberships = memberships;
        this.views = views;
    }

    /** The judge of the case only. */
    public Mono<Membership> judge(Actor actor, UUID caseId) {
        return court(actor, caseId).map(member -> member.mustBe("ENFORCEMENT_JUDGE"));
    }

    /** The court of the case; completes when the view is on record (rule RE7). */
    public Mono<Void> sees(Actor actor, UUID caseId, String object) {
        return court(actor, caseId).then(Mono.defer(() -> views.record(actor, caseId, object, caseId.toString())));
    }

    private Mono<Membership> court(Actor actor, UUID caseId) {
        return memberships
                .get(actor, caseId)
                .filter(Membership::isCourt)
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }
}
