package court.archive.render;

import java.time.Instant;
import java.util.List;

/**
 * The main volume 正卷 before it is printed.
 *
 * @param caseNumber as printed, such as （2020）沪0117执1003号
 * @param court its full name
 * @param number 0 for the dossier itself, 1 and up for its supplements
 * @param verificationCode printed on every page, so that a sheet of paper can be held against its package; visible ASCII, at
 *     most 40 characters
 * @param cover the rows of the cover 封面 below the case number: parties, cause, judge, dates of filing and closing, …
 * @param items in any order; printed by section, and within a section in the order given
 * @param backing the rows of the backing sheet 备考表: explanation, who compiled it, who checked it, date
 * @param sealedAt the document's own date
 */
public record Volume(
        String caseNumber,
        String court,
        int number,
        String verificationCode,
        List<Row> cover,
        List<Item> items,
        List<Row> backing,
        Instant sealedAt) {

    public Volume {
        cover = List.copyOf(cover);
        items = List.copyOf(items);
        backing = List.copyOf(backing);
    }
}
