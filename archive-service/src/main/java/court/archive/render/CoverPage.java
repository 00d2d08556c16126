package court.archive.render;

import java.io.IOException;

/** The cover 封面: which court, which case, whose. */
final class CoverPage {

    private static final float COURT = 22;
    private static final float TITLE = 34;
    private static final float KIND = 20;
    private static final float NUMBER = 16;

    private CoverPage() {}

    static void print(Book book) throws IOException {
        Volume volume = book.volume();
        try (Flow flow = new Flow(book.type(), book::cover)) {
            Canvas canvas = flow.canvas();
            float centre = Frame.LEFT + Frame.textWidth(canvas) / 2;
            canvas.centred(volume.court(), centre, 150, COURT, true);
            canvas.centred("执 行 卷 宗", centre, 214, TITLE, true);
            canvas.centred(kind(volume), centre, 258, KIND, false);
            canvas.centred(volume.caseNumber(), centre, 306, NUMBER, true);
            flow.space(340 - flow.y());
            FormPages.rows(flow, volume.cover());
            Canvas last = flow.canvas();
            last.centred("核验码 " + volume.verificationCode(), centre, last.height() - 60, 10, false);
        }
    }

    private static String kind(Volume volume) {
        return volume.number() == 0 ? "正  卷" : "正  卷（补充第 " + volume.number() + " 册）";
    }
}
