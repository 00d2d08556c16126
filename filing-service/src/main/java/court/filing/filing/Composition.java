package court.filing.filing;

import court.filing.filing.CompositionController.CompositionForm;
import court.filing.picture.PictureBook;
import court.platform.json.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which pictures become one document, in what order.
 *
 * @param fileName ends in .pdf
 */
record Composition(String kind, String fileName, List<String> pages) {

    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");
    private static final int LONGEST_NAME = 100;

    static Composition of(CompositionForm form) {
        String name = PlainText.check(form.name() == null ? "" : form.name().strip());
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw FilingRefusal.NAME_MISSING.because();
        }
        List<String> pages = form.pages() == null ? List.of() : form.pages();
        if (pages.isEmpty()
                || pages.size() > PictureBook.MOST_PAGES
                || Set.copyOf(pages).size() < pages.size()) {
            throw FilingRefusal.PAGES_MISSING.because(PictureBook.MOST_PAGES);
        }
        boolean named = name.toLowerCase(Locale.ROOT).endsWith(".pdf");
        return new Composition(
                Material.kind(form.kind() == null ? "" : form.kind()), named ? name : name + ".pdf", pages);
    }

    /** The pages among the materials; refuses those that are not there or no pictures. */
    List<Material> of(List<Material> materials) {
        List<Material> found = pages.stream()
                .map(page -> materials.stream()
                        .filter(it -> it.file().id().equals(page))
                        .findFirst()
                        .orElseThrow(FilingRefusal.NO_SUCH_MATERIAL::because))
                .toList();
        found.forEach(Material::mustBeUsable);
        if (found.stream().anyMatch(it -> !PICTURES.contains(it.file().mediaType()))) {
            throw FilingRefusal.NOT_A_PICTURE.because();
        }
        if (found.stream().mapToLong(it -> it.file().size()).sum() > PictureBook.MOST_BYTES) {
            throw tooLarge();
        }
        return found;
    }

    static RuntimeException tooLarge() {
        return FilingRefusal.PICTURES_TOO_LARGE.because(PictureBook.MOST_BYTES / (1024 * 1024));
    }
}
