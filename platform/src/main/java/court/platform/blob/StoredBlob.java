package court.platform.blob;

import court.platform.model.Digests;

/** What is known of a file that is kept: its fingerprints and its size in bytes. */
public record StoredBlob(Digests digests, long size) {}
