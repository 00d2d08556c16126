package court.asset.institution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The institutions that can be asked, from the registry file. Each key is read at the start, so a wrong one shows then. */
@Component
public class Institutions {

    private final List<Institution> all;

    Institutions(@Value("${court.institutions.registry}") Path registry) {
        try {
            all = List.of(new JsonMapper().readValue(Files.readString(registry), Institution[].class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        all.forEach(institution -> Ed25519.publicKey(institution.key()));
    }

    public List<Institution> list() {
        return all;
    }

    public Optional<Institution> find(String id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** What people call it. */
    public String name(String id) {
        return find(id).map(Institution::name).orElse(id);
    }
}
