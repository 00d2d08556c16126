package court.deploy.simulators.institution;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What courts can do at an institution: ask, freeze, unfreeze, and look up what became of it. */
final class RequestDesk {

    private static final int LARGEST = 65_536;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Institutions institutions;
    private final CourtKey court;
    private final Officers officers;
    private final JsonMapper json;

    RequestDesk(Institutions institutions, CourtKey court, Officers officers, JsonMapper json) {
        this.institutions = institutions;
        this.court = court;
        this.officers = officers;
        this.json = json;
    }

    /** A request as it came over the wire. */
    record Sent(
            byte[] body,
            @Nullable String requestNumber,
            @Nullable String signature) {}

    Answer take(String id, RequestKind kind, Sent sent) {
        Institution institution = institutions.get(id);
        Script script = begin(institution, false);
        CourtRequest request = read(kind, sent);
        String sha256 = sha256(sent.body());
        int late = script.behaviour() == Behaviour.LATE ? script.delay() : 0;
        Handled handled = institution.take(request, kind.path(), sha256, late);
        if (script.behaviour() == Behaviour.DUPLICATE) {
            handled = institution.take(request, kind.path(), sha256, late);
        }
        return script.behaviour() == Behaviour.LOST ? Answer.CUT : answer(institution, script, handled);
    }

    Answer lookUp(String id, String requestNumber) {
        Institution institution = institutions.get(id);
        Script script = begin(institution, true);
        Optional<Handled> handled = institution.book().handled(requestNumber);
        if (handled.isEmpty()) {
            ObjectNode unknown = json.createObjectNode().put("requestNumber", requestNumber);
            return signed(institution, script, NOT_FOUND, unknown.put("status", "UNKNOWN"));
        }
        return answer(institution, script, handled.get());
    }

    private static Script begin(Institution institution, boolean lookingUp) {
        Script script = institution.next(lookingUp);
        if (script.behaviour() == Behaviour.DOWN) {
            throw InstitutionRefusal.OUT_OF_SERVICE.because();
        }
        return script;
    }

    private CourtRequest read(RequestKind kind, Sent sent) {
        if (sent.body().length > LARGEST) {
            throw InstitutionRefusal.TOO_LARGE.because();
        }
        if (!court.signed(sent.body(), sent.signature())) {
            throw InstitutionRefusal.COURT_SIGNATURE.because();
        }
        CourtRequest request = parse(kind, sent.body());
        if (!request.requestNumber().equals(sent.requestNumber())) {
            throw InstitutionRefusal.REQUEST_NUMBER.because();
        }
        if (!officers.know(request.officer())) {
            throw InstitutionRefusal.OFFICER_UNREGISTERED.because();
        }
        return request;
    }

    private static CourtRequest parse(RequestKind kind, byte[] body) {
        try {
            return STRICT.readValue(body, kind.type());
        } catch (JacksonException unreadable) {
            throw InstitutionRefusal.NOT_UNDERSTOOD.because(unreadable);
        }
    }

    private Answer answer(Institution institution, Script script, Handled handled) {
        if (institution.now().isBefore(handled.answerFrom())) {
            ObjectNode notYet = json.createObjectNode()
                    .put("requestNumber", handled.requestNumber())
                    .put("institution", institution.profile().id());
            return signed(institution, script, ACCEPTED, notYet.put("status", "PROCESSING"));
        }
        return signed(institution, script, OK, WrongReply.of(script.behaviour(), handled.result()));
    }

    private Answer signed(Institution institution, Script script, int status, ObjectNode reply) {
        byte[] body = json.writeValueAsBytes(reply);
        boolean wrong = script.behaviour() == Behaviour.WRONG_SIGNATURE;
        String signature = institution.sign(wrong ? Arrays.copyOf(body, body.length + 1) : body);
        int pause = script.behaviour() == Behaviour.SLOW ? script.delay() : 0;
        return new Answer(status, body, signature, pause);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
