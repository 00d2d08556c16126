package court.archive.render;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue 卷内目录: every item with its pages, part by part. */
final class CataloguePages {

    private static final List<String> HEAD = List.of("序号", "材料名称", "日期", "页号", "备注");
    private static final List<Float> WIDTHS = List.of(36f, 224f, 72f, 54f, 68f);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private CataloguePages() {}

    static void print(Book book, List<Item> items, List<Rendered.Line> lines) throws IOException {
        try (Flow flow = new Flow(book.type(), book::catalogue)) {
            flow.heading("卷内目录");
            Grid grid = new Grid(flow, WIDTHS, HEAD);
            grid.head();
            Section section = null;
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).section() != section) {
                    section = lines.get(i).section();
                    grid.band(section.title());
                }
                grid.row(cells(items.get(i), lines.get(i)));
            }
        }
    }

    private static List<String> cells(Item item, Rendered.Line line) {
        String pages = line.firstPage() == line.lastPage()
                ? Integer.toString(line.firstPage())
                : line.firstPage() + "-" + line.lastPage();
        return List.of(Integer.toString(line.number()), item.title(), date(item.date()), pages, item.remark());
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }
}
