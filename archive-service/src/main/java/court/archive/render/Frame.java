package court.archive.render;

import java.io.IOException;

/** What stands around every paper: above, whose case it is; below, the code to verify it by and the page number. */
final class Frame {

    /** Wider on the left: there the volume is bound. */
    static final float LEFT = 79;

    static final float RIGHT = 62;
    static final float TOP = 82;
    static final float BOTTOM = 74;
    private static final float SMALL = 9;

    private Frame() {}

    static void draw(Canvas canvas, Volume volume, String number) throws IOException {
        float right = canvas.width() - RIGHT;
        float foot = canvas.height() - 56;
        canvas.text(title(volume), LEFT, 56, SMALL, false);
        canvas.rightAligned(volume.caseNumber(), right, 56, SMALL);
        canvas.line(LEFT, 63, right, 63, 0.5f);
        canvas.line(LEFT, foot, right, foot, 0.5f);
        canvas.text("核验码 " + volume.verificationCode(), LEFT, foot + 15, SMALL, false);
        canvas.rightAligned(number, right, foot + 15, SMALL);
    }

    static float textWidth(Canvas canvas) {
        return canvas.width() - LEFT - RIGHT;
    }

    /** Where the last line of a paper may end. */
    static float end(Canvas canvas) {
        return canvas.height() - BOTTOM;
    }

    static String title(Volume volume) {
        return volume.number() == 0 ? "执行卷宗 · 正卷" : "执行卷宗 · 正卷（补充第 " + volume.number() + " 册）";
    }
}
