package court.platform.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * A person's account with somebody else, such as WeChat, on its way between the platform's services: they can open it to send
 * a message there, and nobody who holds a token or reads a table can. Blocking, as all key work is.
 */
public final class AccountSeal {

    private static final byte[] CONTEXT = "account elsewhere".getBytes(UTF_8);

    private final KeyPort keys;

    public AccountSeal(KeyPort keys) {
        this.keys = keys;
    }

    public String close(String account) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.wrap(account.getBytes(UTF_8), CONTEXT));
    }

    /**
     * The account.
     *
     * @throws SealBroken when it was changed or is none
     */
    public String open(String sealed) {
        return new String(keys.unwrap(Base64.getUrlDecoder().decode(sealed), CONTEXT), UTF_8);
    }
}
