package court.platform.support;

import court.platform.files.FileSteps;
import court.platform.json.SealedJson;
import court.platform.vault.DataKeys;
import court.platform.vault.LocalKeyPort;
import java.nio.file.Path;

/** Seals and opens as a service does, with keys of its own. */
public final class TestJson {

    private TestJson() {}

    /** With the keys that lie in this folder, or new ones. */
    public static SealedJson sealed(Path keys) {
        FileSteps steps = new FileSteps();
        return new SealedJson(new DataKeys(new LocalKeyPort(keys, steps), keys, steps));
    }
}
