package court.archive.render;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The sheet that stands for a file paper cannot show: enough to find the original and to tell that it is the one. */
final class FileSheet {

    private FileSheet() {}

    /** @param fault why a file that should have been shown is not; empty for a recording and the like */
    static void print(Book book, String title, Original original, String fault) throws IOException {
        try (Flow flow = new Flow(book.type(), book::next)) {
            FormPages.print(flow, title, new Paper.Form(rows(original, fault), List.of(note(fault))));
        }
    }

    private static String note(String fault) {
        return fault.isEmpty()
                ? "本件为电子文件，不便以纸面显示，原件随卷保存。核对原件时，计算其数字指纹，与上列指纹逐位一致的即为原件。"
                : "本件无法以纸面显示，原件随卷保存，未作任何改动。核对原件时，计算其数字指纹，与上列指纹逐位一致的即为原件。";
    }

    private static List<Row> rows(Original original, String fault) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("文件名称", original.name()));
        if (!fault.isEmpty()) {
            rows.add(new Row("无法显示", "原因：" + fault + "。原件见卷宗包。"));
        }
        rows.add(new Row("原件编号", original.fileId()));
        rows.add(new Row("文件类型", kind(original.mediaType())));
        rows.add(new Row("文件大小", "%,d 字节".formatted(original.size())));
        Duration duration = original.duration();
        if (duration != null) {
            rows.add(new Row("时长", length(duration)));
        }
        rows.add(new Row("数字指纹 SHA-256", original.digests().sha256()));
        rows.add(new Row("数字指纹 SM3", original.digests().sm3()));
        rows.add(new Row("核验码", original.verificationCode()));
        return rows;
    }

    private static String kind(String mediaType) {
        String kind = mediaType.startsWith("audio/")
                ? "录音"
                : mediaType.startsWith("video/") ? "录像" : mediaType.startsWith("image/") ? "图片" : "电子文件";
        return kind + "（" + mediaType + "）";
    }

    private static String length(Duration duration) {
        return "%d 小时 %02d 分 %02d 秒".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
