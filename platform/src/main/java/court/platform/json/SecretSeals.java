package court.platform.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import court.platform.vault.DataKeys;
import court.platform.vault.KeyDestroyed;
import court.platform.vault.SealBroken;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/** Closes and opens the seals of one JSON document. The place of a value (context and JSON pointer) is part of its seal. */
final class SecretSeals {

    private static final String SEALED = "sealed";

    private final DataKeys keys;
    private final UUID caseId;
    private final String context;

    SecretSeals(DataKeys keys, UUID caseId, String context) {
        this.keys = keys;
        this.caseId = caseId;
        this.context = context;
    }

    JsonNode close(JsonNode tree) {
        return walk(tree, JsonPointer.empty(), this::closeOne);
    }

    JsonNode open(JsonNode tree) {
        return walk(tree, JsonPointer.empty(), this::openOne);
    }

    private static JsonNode walk(
            JsonNode node, JsonPointer at, BiFunction<JsonNode, JsonPointer, Optional<JsonNode>> one) {
        Optional<JsonNode> changed = one.apply(node, at);
        if (changed.isPresent()) {
            return changed.get();
        }
        if (node instanceof ObjectNode object) {
            object.propertyNames()
                    .forEach(name -> object.replace(name, walk(object.get(name), at.appendProperty(name), one)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, walk(array.get(i), at.appendIndex(i), one));
            }
        }
        return node;
    }

    private Optional<JsonNode> closeOne(JsonNode node, JsonPointer at) {
        if (isSealed(node)) {
            throw new IllegalArgumentException("looks like a sealed value but is none: " + at);
        }
        return node instanceof POJONode leaf && leaf.getPojo() instanceof Secret secret
                ? Optional.of(JsonNodeFactory.instance.objectNode().put(SEALED, sealed(secret, at)))
                : Optional.empty();
    }

    private String sealed(Secret secret, JsonPointer at) {
        String text = secret.text();
        // what was deleted stays deleted when the record around it is written again
        byte[] bytes = text == null ? new byte[0] : keys.seal(caseId, secret.owner(), text.getBytes(UTF_8), place(at));
        return keys.suite() + "." + secret.owner() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Optional<JsonNode> openOne(JsonNode node, JsonPointer at) {
        return isSealed(node)
                ? Optional.of(JsonNodeFactory.instance.pojoNode(
                        opened(node.get(SEALED).asString(), at)))
                : Optional.empty();
    }

    private Secret opened(String sealed, JsonPointer at) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(keys.suite())) {
            throw new SealBroken("not a sealed value: " + at, null);
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[2]);
            return new Secret(parts[1], new String(keys.open(caseId, parts[1], bytes, place(at)), UTF_8));
        } catch (KeyDestroyed destroyed) {
            return Secret.destroyed(parts[1]);
        } catch (IllegalArgumentException e) {
            throw new SealBroken("not a sealed value: " + at, e);
        }
    }

    private byte[] place(JsonPointer at) {
        return (context + "\n" + at).getBytes(UTF_8);
    }

    private static boolean isSealed(JsonNode node) {
        return node.isObject() && node.size() == 1 && node.path(SEALED).isString();
    }
}
