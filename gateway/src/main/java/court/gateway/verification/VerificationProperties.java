package court.gateway.verification;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The authority that compares people's facts with its register, and our credentials there. */
@ConfigurationProperties("court.verification")
record VerificationProperties(String address, String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "VerificationProperties[" + address + "]";
    }
}
