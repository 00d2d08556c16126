package court.archive.render;

import java.util.List;

/**
 * A printed volume.
 *
 * @param pages the numbered ones; cover, catalogue and backing sheet do not count (rule RE4)
 * @param catalogue in the order printed
 * @param unshown files that a sheet stands for although they should have been shown
 */
public record Rendered(int pages, List<Line> catalogue, List<Unshown> unshown) {

    /** One line of the catalogue, with the pages it lies on. */
    public record Line(int number, Section section, String title, int firstPage, int lastPage) {}

    /** A file whose pages could not be drawn. */
    public record Unshown(String fileId, UnshownReason reason) {}

    public Rendered {
        catalogue = List.copyOf(catalogue);
        unshown = List.copyOf(unshown);
    }
}
