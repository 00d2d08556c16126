package court.platform.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Locale;

/**
 * The pseudonym of a person or organisation: the same wherever the same document number was verified, and no way back
 * to the number without the key. Accounts and parties are matched by it, never by name.
 */
public final class PersonKey {

    private final KeyPort keys;

    public PersonKey(KeyPort keys) {
        this.keys = keys;
    }

    /**
     * The pseudonym of the holder of a document.
     *
     * @param idType kind of document, such as {@code ID_CARD}
     * @param normalisedNumber upper case, no blanks around it
     * @return 64 hex digits
     */
    public String of(String idType, String normalisedNumber) {
        boolean normal = !normalisedNumber.isBlank()
                && normalisedNumber.equals(normalisedNumber.strip().toUpperCase(Locale.ROOT));
        if (!idType.matches("[A-Z][A-Z0-9_]*") || !normal) {
            throw new IllegalArgumentException("not a normalised document number of type " + idType);
        }
        return HexFormat.of().formatHex(keys.mac("person", (idType + "|" + normalisedNumber).getBytes(UTF_8)));
    }
}
