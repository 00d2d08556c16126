package court.archive.render;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the catalogue 卷内目录 and the papers behind it.
 *
 * @param date legal date of the paper, Asia/Shanghai
 * @param remark last column of the catalogue; may be empty
 */
public record Item(Section section, String title, @Nullable LocalDate date, String remark, List<Paper> papers) {

    public Item {
        papers = List.copyOf(papers);
        if (papers.isEmpty()) {
            throw new IllegalArgumentException("an item without a paper has no page: " + title);
        }
    }
}
