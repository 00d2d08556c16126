package court.deploy.agent;

import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import court.platform.signing.PemKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;

/** The agent's own key, read from a PEM file. */
final class OwnKey {

    static final String NAME = "intranet-agent/";

    private OwnKey() {}

    static NoteSigner read(Path file, String court) throws IOException {
        KeyPair pair = PemKey.read(file);
        return new NoteSigner(NoteKey.of(NAME + court, pair.getPublic()), pair.getPrivate());
    }
}
