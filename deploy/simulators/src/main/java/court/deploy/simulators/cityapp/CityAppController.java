package court.deploy.simulators.cityapp;

import court.deploy.simulators.verification.Register;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The app's published keys, and the phone in its user's hand. */
@RestController
class CityAppController {

    private final CityAppKey key;
    private final HandOvers handOvers;
    private final Register register;
    private final Resource page;
    private final String court;

    CityAppController(
            CityAppKey key,
            HandOvers handOvers,
            Register register,
            @Value("classpath:cityapp.html") Resource page,
            @Value("${court.simulators.gateway}") String court) {
        this.key = key;
        this.handOvers = handOvers;
        this.register = register;
        this.page = page;
        this.court = court;
    }

    @GetMapping(path = "/cityapp/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String keys() {
        return key.publicKeys();
    }

    /** The phone, as a page. */
    @GetMapping(path = "/script/cityapp", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String phone() throws IOException {
        return page.getContentAsString(StandardCharsets.UTF_8);
    }

    /** Somebody who uses the app. */
    record User(String account, String name) {}

    @GetMapping("/script/cityapp/users")
    List<User> users() {
        return register.citizens().stream()
                .map(it -> new User(it.account(), it.name()))
                .toList();
    }

    /**
     * Who goes to the court now.
     *
     * @param flaw what shall be wrong with the token; nothing when left out
     */
    record Leaving(String account, @Nullable Flaw flaw) {}

    /**
     * What the app sends them off with.
     *
     * @param address where the court takes it: behind the #, so that it stands in no log
     */
    record HandOver(String token, String address) {}

    @PostMapping("/script/cityapp/hand-overs")
    HandOver handOver(@RequestBody Leaving leaving) {
        Register.Citizen user =
                register.holder(leaving.account()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String token = handOvers.of(user, leaving.flaw() == null ? Flaw.NONE : leaving.flaw());
        return new HandOver(token, court + "/#/suishenban/" + token);
    }
}
