package court.gateway.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.platform.identity.IdType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** For trials: the invented people one can sign in as, so that nobody has to type an id number. */
@RestController
@ConditionalOnBooleanProperty("court.signin.development")
class DemoAccountsController {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<DemoAccount> accounts;

    DemoAccountsController(@Value("${court.signin.accounts:}") String file) throws IOException {
        accounts = file.isBlank()
                ? List.of()
                : List.of(JSON.readValue(Files.readAllBytes(Path.of(file)), DemoAccount[].class));
    }

    record DemoOrganisation(String name, String creditCode) {}

    /**
     * Somebody who does not exist.
     *
     * @param account short name, as {@code deploy/token} takes it
     * @param organisation whose legal representative it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DemoAccount(
            String account,
            String name,
            IdType idType,
            String idNumber,
            String phone,
            @Nullable DemoOrganisation organisation) {}

    record DemoAccounts(List<DemoAccount> items) {}

    @GetMapping("/api/v1/sessions/development/accounts")
    DemoAccounts list() {
        return new DemoAccounts(accounts);
    }
}
