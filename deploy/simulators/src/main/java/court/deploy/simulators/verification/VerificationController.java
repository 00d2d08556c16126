package court.deploy.simulators.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.deploy.simulators.verification.Register.Citizen;
import court.deploy.simulators.verification.Register.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Compares what the gateway was told with the register. */
@RestController
@RequestMapping("/identity")
class VerificationController {

    private final Register register;
    private final Caller caller;

    VerificationController(Register register, Caller caller) {
        this.register = register;
        this.caller = caller;
    }

    /** @param phone compared too when given */
    record Person(
            String name,
            String idType,
            String idNumber,
            @Nullable String phone) {}

    record Represented(String name, String creditCode, Person representative) {}

    /** @param reason for our own logs: which comparison failed; never a value */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verdict(boolean match, @Nullable String reason) {

        static final Verdict YES = new Verdict(true, null);

        static Verdict no(String reason) {
            return new Verdict(false, reason);
        }
    }

    @PostMapping("/verify")
    Verdict verify(
            @RequestHeader(name = "Authorization", defaultValue = "") String credentials, @RequestBody Person asked) {
        mustBeKnown(credentials);
        return register.citizen(asked.name(), asked.idType(), asked.idNumber())
                .map(citizen -> phone(citizen, asked.phone()))
                .orElseGet(() -> Verdict.no("PERSON"));
    }

    private static Verdict phone(Citizen citizen, @Nullable String phone) {
        return phone == null || citizen.phone().equals(phone) ? Verdict.YES : Verdict.no("PHONE");
    }

    @PostMapping("/organisation")
    Verdict organisation(
            @RequestHeader(name = "Authorization", defaultValue = "") String credentials,
            @RequestBody Represented asked) {
        mustBeKnown(credentials);
        Person person = asked.representative();
        Organisation named = new Organisation(asked.name(), asked.creditCode());
        return register.citizen(person.name(), person.idType(), person.idNumber())
                        .filter(citizen -> named.equals(citizen.organisation()))
                        .isPresent()
                ? Verdict.YES
                : Verdict.no("REPRESENTATIVE");
    }

    private void mustBeKnown(String credentials) {
        if (!caller.isKnown(credentials)) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
    }
}
