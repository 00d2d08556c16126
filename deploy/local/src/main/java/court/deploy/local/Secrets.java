package court.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords made once for this data folder, one file each, that nobody but the owner can read. */
public final class Secrets {

    private static final int BYTES = 24;

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secret of this name; made up when first asked for, once, also when several parts start at the same moment. */
    public String get(String name) {
        synchronized (Secrets.class) {
            return kept(name);
        }
    }

    private String kept(String name) {
        try {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                Private.folder(folder);
                Private.write(file, random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the secret " + name, e);
        }
    }

    /** Password of a database role. */
    String database(String role) {
        return get("database-" + role);
    }

    /** With it a service identifies itself to the others. */
    String client(Part part) {
        return get("client-" + part.label());
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
