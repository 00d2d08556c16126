package court.deploy.simulators.institution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the institutions' books and tells institutions how to behave. */
@RestController
@ConditionalOnProperty("court.simulators.institutions")
@RequestMapping("/script")
class ScriptController {

    private final Institutions institutions;
    private final Resource page;

    ScriptController(Institutions institutions, @Value("classpath:script.html") Resource page) {
        this.institutions = institutions;
        this.page = page;
    }

    /** An institution as it stands. */
    record View(String id, String name, List<String> kinds, Script script, Book book) {

        static View of(Institution it) {
            Institution.Profile profile = it.profile();
            return new View(profile.id(), profile.name(), profile.kinds(), it.script(), it.book());
        }
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page() throws IOException {
        return page.getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping("/institutions")
    List<View> list() {
        return institutions.list().stream().map(View::of).toList();
    }

    @GetMapping("/institutions/{id}")
    Script script(@PathVariable String id) {
        return institutions.get(id).script();
    }

    @PutMapping("/institutions/{id}")
    Script play(@PathVariable String id, @RequestBody Script script) {
        institutions.get(id).play(script);
        return institutions.get(id).script();
    }

    @PutMapping("/institutions/{id}/assets")
    View enter(@PathVariable String id, @RequestBody Asset asset) {
        institutions.get(id).enter(asset);
        return View.of(institutions.get(id));
    }
}
