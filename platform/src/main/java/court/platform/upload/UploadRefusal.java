package court.platform.upload;

import court.platform.model.Refusal;

/** Why a resumable upload does not go on. */
public enum UploadRefusal implements Refusal {
    VERSION_NOT_SPOKEN(Kind.PROTOCOL, "请求头 Tus-Resumable 缺失或不是 1.0.0，请改用 tus 1.0.0 协议上传。"),
    LENGTH_MISSING(Kind.MALFORMED, "请求头 Upload-Length 应为文件的字节数，请填写后重试。"),
    OFFSET_MISSING(Kind.MALFORMED, "请求头 Upload-Offset 应为已收到的字节数，请先用 HEAD 查询后再续传。"),
    METADATA_UNREADABLE(Kind.MALFORMED, "请求头 Upload-Metadata 无法读取，请按“filename <Base64>,kind <Base64>”填写（UTF-8）后重试。"),
    NAME_MISSING(Kind.INVALID, "请在 Upload-Metadata 的 filename 中填写文件名后重试。"),
    OFFSET_DIFFERS(Kind.CONFLICT, "已收到 %s 字节，请从此处继续上传。"),
    BEYOND_LENGTH(Kind.TOO_LARGE, "收到的内容超过了所申报的 %s 字节，请核对文件后重新上传。"),
    IN_USE(Kind.LOCKED, "这个文件正由另一个请求上传，请稍候再查询进度并继续。"),
    EXPIRED(Kind.GONE, "这次上传已过期或已取消，请重新上传该文件。"),
    NOT_WHOLE(Kind.CONFLICT, "这个文件还没有传完，请先续传到最后一个字节再发送。"),
    TOO_MANY_OPEN(Kind.CONFLICT, "未完成的上传已有 %s 个，请先完成或取消其中一些。");

    private final Kind kind;
    private final String detail;

    UploadRefusal(Kind kind, String detail) {
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
