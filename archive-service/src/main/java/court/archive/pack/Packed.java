package court.archive.pack;

import java.nio.file.Path;

/**
 * A package made and checked, not yet kept.
 *
 * @param zip the package
 * @param name under which it is given out, ASCII
 * @param pages of the volume, numbered ones
 * @param seal the signed note in it
 */
public record Packed(Path zip, Path volume, String name, String caseNumber, String court, int pages, String seal) {}
