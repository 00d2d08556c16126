package court.platform.web;

/** An answer with a version, which goes out as its {@code ETag} (RFC 9110 §8.8.3). */
public interface Versioned {

    long version();
}
