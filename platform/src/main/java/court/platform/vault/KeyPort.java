package court.platform.vault;

/**
 * The safe that holds the master keys 主密钥: a folder locally, an HSM or a key management service in production. Master
 * keys never leave it.
 */
public interface KeyPort {

    /** Which algorithms; leads each ciphertext, so that several can be told apart later: {@code AES1}. */
    String suite();

    /** Encrypts a data key; it opens again only with the same context. */
    byte[] wrap(byte[] dataKey, byte[] context);

    /**
     * Decrypts a data key.
     *
     * @throws SealBroken when it was changed or wrapped for another context
     */
    byte[] unwrap(byte[] wrapped, byte[] context);

    /** A keyed fingerprint of 32 bytes; different purposes give unrelated results for the same text. */
    byte[] mac(String purpose, byte[] text);
}
