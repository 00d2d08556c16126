package court.asset.institution;

import static court.asset.institution.Distrust.unless;

import court.asset.institution.Asked.Freeze;
import court.asset.institution.Asked.Query;
import court.asset.institution.Asked.Unfreeze;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads what an institution answered and believes nothing of it: size, status, signature over the raw bytes, form, and
 * whether it is about what was asked. The first thing that is wrong decides.
 */
final class ReplyReader {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // amounts are strings: a JSON number has been through somebody's rounding
            .withCoercionConfig(
                    LogicalType.Textual,
                    it -> it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private ReplyReader() {}

    static Outcome read(Institution institution, Asked asked, Received received) {
        try {
            return new ReplyReader().trusted(institution, asked, received);
        } catch (Distrust distrust) {
            return new Outcome.Distrusted(distrust.fault());
        }
    }

    private Outcome trusted(Institution institution, Asked asked, Received received) {
        byte[] body = received.body();
        if (body == null) {
            throw new Distrust(Fault.SIZE);
        }
        int status = received.status();
        unless(status == 200 || status == 202 || status == 404, Fault.STATUS);
        String signature = received.signature();
        unless(
                signature != null && Ed25519.verifies(Ed25519.publicKey(institution.key()), body, signature),
                Fault.SIGNATURE);
        String json = text(body);
        ReplyCheck check = new ReplyCheck(institution, asked);
        return switch (status) {
            case 202 -> check.status(form(json, ReplyForm.Status.class), "PROCESSING", new Outcome.Processing());
            case 404 -> check.status(form(json, ReplyForm.Status.class), "UNKNOWN", new Outcome.NeverArrived());
            default -> new Outcome.Answered(result(check, asked, json));
        };
    }

    private Reply result(ReplyCheck check, Asked asked, String json) {
        return switch (asked) {
            case Query query -> check.found(query, form(json, ReplyForm.Found.class));
            case Freeze freeze -> check.frozen(freeze, form(json, ReplyForm.Frozen.class));
            case Unfreeze unfreeze -> check.lifted(unfreeze, form(json, ReplyForm.Lifted.class));
        };
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new Distrust(Fault.SCHEMA);
        }
    }

    private static <T> T form(String json, Class<T> type) {
        try {
            T form = STRICT.readValue(json, type);
            unless(form != null, Fault.SCHEMA);
            return form;
        } catch (JacksonException notTheForm) {
            throw new Distrust(Fault.SCHEMA);
        }
    }
}
