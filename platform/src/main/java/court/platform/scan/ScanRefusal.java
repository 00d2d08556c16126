package court.platform.scan;

import court.platform.model.Refusal;

/** Why a file is not taken after a look for malicious software. */
public enum ScanRefusal implements Refusal {
    INFECTED(Kind.INVALID, "文件中发现病毒或恶意程序（%s），未予接收，请清除后重新上传，或改用另一份干净的文件。");

    private final Kind kind;
    private final String detail;

    ScanRefusal(Kind kind, String detail) {
        this.kind = kind;
        this.detail = detail;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String detail() {
        return detail;
    }
}
