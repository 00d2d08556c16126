package court.platform.contract;

import court.platform.model.Digests;

/**
 * A file that a fact carries: never its name, which may tell who it is about.
 *
 * @param id the file's own id
 * @param size in bytes
 */
public record FileRef(String id, String mediaType, long size, String sha256, String sm3) {

    public Digests digests() {
        return new Digests(sha256, sm3);
    }
}
