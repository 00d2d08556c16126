package court.gateway.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.platform.identity.IdType;
import court.platform.model.Refusal;
import court.platform.outside.OutsideParty;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The authority that knows who people and organisations are. It is sent what must be compared and says yes or no. */
@Component
public class IdentityAuthority {

    private final OutsideParty authority;
    private final HttpHeaders credentials = new HttpHeaders();

    IdentityAuthority(VerificationProperties properties) {
        authority = new OutsideParty("the identity authority", properties.address(), VerificationRefusal.AWAY);
        credentials.setBasicAuth(
                properties.clientId(), properties.clientSecret(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Facts(
            String name,
            IdType idType,
            String idNumber,
            @Nullable String phone) {

        static Facts of(Person person, @Nullable String phone) {
            return new Facts(person.name(), person.idType(), person.idNumber(), phone);
        }
    }

    private record Represented(String name, String creditCode, Facts representative) {}

    /** Refuses unless this person exists, and has this phone number when one is given. */
    public Mono<Void> confirm(Person person, @Nullable String phone) {
        return ask("/verify", Facts.of(person, phone), VerificationRefusal.FACTS_WRONG);
    }

    /** Refuses unless this person is the legal representative 法定代表人 of the organisation. */
    public Mono<Void> confirm(String organisation, String creditCode, Person representative) {
        return ask(
                "/organisation",
                new Represented(organisation, creditCode, Facts.of(representative, null)),
                VerificationRefusal.NOT_REPRESENTATIVE);
    }

    private Mono<Void> ask(String path, Object facts, Refusal no) {
        return authority
                .post(credentials, facts, path)
                .flatMap(answer -> matches(answer) ? Mono.empty() : Mono.error(no.because()));
    }

    private boolean matches(JsonNode answer) {
        JsonNode match = answer.path("match");
        if (!match.isBoolean()) {
            throw authority.unusable("no verdict");
        }
        return match.booleanValue();
    }
}
