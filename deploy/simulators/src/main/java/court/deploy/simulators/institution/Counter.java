package court.deploy.simulators.institution;

import court.deploy.simulators.institution.CourtRequest.Freeze;
import court.deploy.simulators.institution.CourtRequest.Query;
import court.deploy.simulators.institution.CourtRequest.Subject;
import court.deploy.simulators.institution.CourtRequest.Unfreeze;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where an institution carries out what courts ask: what it answers, and how its books stand after that. */
final class Counter {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final String institution;
    private final JsonMapper json;

    Counter(String institution, JsonMapper json) {
        this.institution = institution;
        this.json = json;
    }

    /** What came of a request. */
    record Done(Book book, ObjectNode reply) {}

    Done carryOut(Book book, CourtRequest request, Instant now) {
        Done done = switch (request) {
            case Query query -> new Done(book, found(book, query));
            case Freeze freeze -> freeze(book, freeze, now);
            case Unfreeze unfreeze -> unfreeze(book, unfreeze);
        };
        done.reply.put("answeredAt", now.toString());
        return done;
    }

    private ObjectNode found(Book book, Query query) {
        ObjectNode reply = reply(query);
        subject(reply, query.subject());
        ArrayNode assets = reply.putArray("assets");
        book.of(query.subject()).forEach(asset -> assets.add(shown(book, asset)));
        return reply;
    }

    private ObjectNode shown(Book book, Asset asset) {
        ObjectNode shown = json.valueToTree(asset);
        shown.remove("owner");
        ArrayNode freezes = (ArrayNode) shown.get("priorFreezes");
        book.freezesOf(asset.assetId())
                .forEach(it -> freezes.add(
                        json.<ObjectNode>valueToTree(new Asset.Prior(it.court(), it.amount(), it.until()))));
        return shown;
    }

    private Done freeze(Book book, Freeze freeze, Instant now) {
        ObjectNode reply = reply(freeze);
        subject(reply, freeze.subject()).put("assetId", freeze.assetId());
        LocalDate today = LocalDate.ofInstant(now, CHINA);
        Optional<Asset> asset =
                book.asset(freeze.assetId()).filter(it -> it.owner().is(freeze.subject()));
        if (asset.isEmpty()) {
            return refused(book, reply, "该人名下没有这项财产。");
        }
        if (asset.get().exemption() != null) {
            return refused(book, reply, "依法不得冻结：" + asset.get().exemption() + "。");
        }
        if (freeze.until().isBefore(today)) {
            return refused(book, reply, "冻结期限届满日早于今日。");
        }
        BigDecimal available = asset.get().available();
        BigDecimal amount = available == null ? freeze.amount() : available.min(freeze.amount());
        if (amount.signum() <= 0) {
            return refused(book, reply, "可用余额为零，没有可供冻结的部分。");
        }
        reply.put("result", "FROZEN").put("amount", amount.toPlainString());
        reply.put("from", today.toString()).put("until", freeze.until().toString());
        return new Done(
                book.freeze(new Book.Held(
                        freeze.requestNumber(), freeze.assetId(), freeze.court(), amount, today, freeze.until())),
                reply);
    }

    private Done unfreeze(Book book, Unfreeze unfreeze) {
        ObjectNode reply = reply(unfreeze).put("assetId", unfreeze.assetId());
        Optional<Book.Held> held = book.freeze(unfreeze.freezeRequestNumber())
                .filter(it -> it.assetId().equals(unfreeze.assetId()));
        if (held.isEmpty()) {
            return refused(book, reply, "没有找到对应的冻结。");
        }
        if (held.get().amount().compareTo(unfreeze.amount()) < 0) {
            return refused(book, reply, "解除金额超过仍在冻结的金额。");
        }
        reply.put("result", "UNFROZEN").put("amount", unfreeze.amount().toPlainString());
        return new Done(book.lift(held.get(), unfreeze.amount()), reply);
    }

    private static Done refused(Book book, ObjectNode reply, String reason) {
        return new Done(book, reply.put("result", "REFUSED").put("reason", reason));
    }

    private ObjectNode reply(CourtRequest request) {
        return json.createObjectNode()
                .put("requestNumber", request.requestNumber())
                .put("institution", institution);
    }

    private static ObjectNode subject(ObjectNode reply, Subject subject) {
        reply.putObject("subject").put("idType", subject.idType()).put("idNumber", subject.idNumber());
        return reply;
    }
}
