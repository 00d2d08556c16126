package court.asset.freeze;

import court.asset.institution.Asked;
import court.asset.matter.Matter;
import court.asset.matter.Matter.CaseFile;
import court.asset.matter.Matter.Closed;
import court.asset.matter.Matter.Open;
import court.asset.matter.Matter.Respondent;
import court.asset.matter.Officers;
import court.asset.request.Requests;
import court.asset.request.Requests.Purpose;
import court.asset.ruling.Ruling;
import court.platform.contract.AssetEvent.FreezeOrdered;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What institutions are told to do about freezes; sent by itself after the commit. */
@Component
class Errands {

    private final Requests requests;
    private final Officers officers;

    Errands(Requests requests, Officers officers) {
        this.requests = requests;
        this.officers = officers;
    }

    /** Inside a write unit. */
    Mono<Void> freeze(FreezeOrder order, Freeze freeze) {
        CaseFile file = order.matter().matter().open().file();
        FreezeOrdered ordered = freeze.order();
        Respondent respondent = order.respondent();
        Ruling ruling = order.ruling().ruling();
        Asked asked = new Asked.Freeze(
                ordered.requestNumber(),
                file.caseNumber(),
                officers.courtName(file.courtCode()),
                ordered.officer(),
                new Asked.Subject(
                        respondent.name().reveal(),
                        respondent.idType(),
                        respondent.idNumber().reveal()),
                ordered.assetId(),
                ordered.amount(),
                ordered.until(),
                new Asked.RulingRef(ruling.number(), ruling.ruling().file().sha256()),
                new Asked.NoticeRef(ruling.notice().file().sha256()));
        return requests.add(purpose(order.matter().matter().id(), freeze), asked);
    }

    /** Inside a write unit. */
    Mono<Void> unfreeze(Matter matter, Freeze.Releasing freeze) {
        CaseFile file = file(matter);
        FreezeOrdered ordered = freeze.order();
        Asked asked = new Asked.Unfreeze(
                freeze.requestNumber(),
                ordered.requestNumber(),
                file.caseNumber(),
                officers.courtName(file.courtCode()),
                ordered.officer(),
                ordered.assetId(),
                freeze.hold().amount());
        return requests.add(purpose(matter.id(), freeze), asked);
    }

    private static CaseFile file(Matter matter) {
        return switch (matter) {
            case Open open -> open.file();
            case Closed closed -> Objects.requireNonNull(closed.file(), "a case with freezes was accepted");
        };
    }

    private static Purpose purpose(UUID caseId, Freeze freeze) {
        return new Purpose(
                caseId,
                freeze.order().institution(),
                freeze.id(),
                freeze.order().respondentId());
    }
}
