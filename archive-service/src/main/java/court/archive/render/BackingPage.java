package court.archive.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The backing sheet 备考表: how many pages there are, what could not be shown, who compiled the volume. */
final class BackingPage {

    private BackingPage() {}

    static void print(Book book, List<Rendered.Unshown> unshown) throws IOException {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("卷内页数", "本卷共 " + book.numbered() + " 页。封面、目录、备考表不编页号。"));
        if (!unshown.isEmpty()) {
            rows.add(new Row("未能显示的文件", unshown.stream().map(BackingPage::line).collect(Collectors.joining("\n"))));
        }
        rows.addAll(book.volume().backing());
        try (Flow flow = new Flow(book.type(), book::backing)) {
            FormPages.print(flow, "卷内备考表", new Paper.Form(rows, List.of()));
        }
    }

    private static String line(Rendered.Unshown file) {
        return file.fileId() + "：" + file.reason().text();
    }
}
