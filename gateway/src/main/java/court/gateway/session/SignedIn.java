package court.gateway.session;

/**
 * What somebody who signed in gets.
 *
 * @param refreshToken good once, for the next pair
 * @param expiresIn seconds the access token is good
 */
public record SignedIn(String accessToken, String refreshToken, String tokenType, long expiresIn) {

    @Override
    public String toString() {
        return "SignedIn";
    }
}
