package court.archive.render;

/** Why a file that should have been shown page by page is only described. */
public enum UnshownReason {
    /** Not what it says it is, or torn. */
    BROKEN("文件损坏或格式有误"),
    /** A password is needed. */
    LOCKED("文件设有密码"),
    /** More pages than a volume takes of one file. */
    TOO_MANY_PAGES("页数过多"),
    /** A picture with more dots than can be drawn. */
    TOO_LARGE("图像尺寸过大"),
    /** Drawing it needs more memory than it is given. */
    TOO_HEAVY("文件过于复杂"),
    /** Drawing it took longer than it is given. */
    TOO_SLOW("处理超时");

    private final String text;

    UnshownReason(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
