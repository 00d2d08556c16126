package court.interaction.card;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What cards consist of, for who shows or makes them. The same for everybody who is signed in. */
@RestController
@RequestMapping("/api/v1/card-schemas")
class CardSchemaController {

    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");
    private static final CacheControl CACHED =
            CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

    private final CardSchemas schemas;
    private final JsonMapper json;

    CardSchemaController(CardSchemas schemas, JsonMapper json) {
        this.schemas = schemas;
        this.json = json;
    }

    /** All kinds of cards, by type; those without a producer are not shown anywhere yet. */
    @GetMapping
    ResponseEntity<List<CardKind>> list() {
        return ResponseEntity.ok().cacheControl(CACHED).body(schemas.list());
    }

    /** The JSON Schema (draft 2020-12) of a card's body; what it refers to as {@code Terms} is found beside it. */
    @GetMapping("/{type}")
    ResponseEntity<Map<String, Object>> get(@PathVariable String type) {
        return ResponseEntity.ok()
                .cacheControl(CACHED)
                .contentType(SCHEMA)
                .body(json.convertValue(schemas.get(type), new TypeReference<>() {}));
    }
}
