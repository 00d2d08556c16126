package court.interaction.card;

import static java.util.stream.Collectors.toMap;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every kind of card consists of: one JSON Schema (draft 2020-12) per type. They refer to each other by names that are
 * relative to where they are read from; {@code Terms} holds what several of them share and is no card.
 */
@Component
class CardSchemas {

    private static final String FILES = "classpath:/court/interaction/card/schemas/*.json";
    private static final String TERMS = "Terms";
    /** Only so that relative names have something to be relative to. */
    private static final String BASE = "https://card-schemas.invalid/";

    private final Map<String, JsonNode> files = new TreeMap<>();
    private final List<CardKind> kinds;
    private final Map<String, Schema> compiled;

    CardSchemas(JsonMapper json) throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
            String name = Objects.requireNonNull(file.getFilename()).replace(".json", "");
            files.put(name, json.readTree(file.getContentAsByteArray()));
        }
        kinds = files.keySet().stream()
                .filter(name -> !name.equals(TERMS))
                .map(name -> kind(json, name))
                .toList();
        SchemaRegistry registry = registry();
        compiled = kinds.stream()
                .map(CardKind::type)
                .collect(toMap(type -> type, type -> registry.getSchema(SchemaLocation.of(BASE + type))));
    }

    private CardKind kind(JsonMapper json, String type) {
        JsonNode file = get(type);
        ObjectNode told = ((ObjectNode) file.required("x-card")).deepCopy();
        return json.treeToValue(told.put("type", type).set("title", file.required("title")), CardKind.class);
    }

    private SchemaRegistry registry() {
        Map<String, String> byAddress = files.entrySet().stream()
                .collect(toMap(it -> BASE + it.getKey(), it -> it.getValue().toString()));
        SchemaRegistryConfig dates =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .keywords(List.of(new AnnotationKeyword("x-card"), new AnnotationKeyword("x-currency")))
                .build();
        return SchemaRegistry.withDefaultDialect(
                dialect, it -> it.schemas(byAddress).schemaRegistryConfig(dates));
    }

    /** All kinds of cards, by type. */
    List<CardKind> list() {
        return kinds;
    }

    /** The schema of a type, or what is shared, by the name it has in the others. */
    JsonNode get(String name) {
        JsonNode file = files.get(name);
        if (file == null) {
            throw CardRefusal.NO_SUCH_TYPE.because();
        }
        return file;
    }

    /** Where a body differs from the schema of its type, without what stands there; empty when it fits. */
    List<String> misfits(String type, JsonNode body) {
        Schema schema = compiled.get(type);
        if (schema == null) {
            return List.of("no schema");
        }
        return schema.validate(body).stream()
                .map(it -> it.getInstanceLocation() + " " + it.getKeyword())
                .toList();
    }
}
