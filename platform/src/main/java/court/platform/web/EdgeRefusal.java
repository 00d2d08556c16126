package court.platform.web;

import court.platform.model.Refusal;

/** What can be wrong with any request, whatever it is about. */
public enum EdgeRefusal implements Refusal {
    UNREADABLE_JSON(Kind.MALFORMED, "请求内容不是有效的 JSON，请检查格式后重试。"),
    UNKNOWN_FIELD(Kind.MALFORMED, "请求中有不认识的字段，请删除后重试。"),
    WRONG_VALUE(Kind.MALFORMED, "字段的值不符合格式要求，请按说明更正后重试。"),
    MISSING_VALUE(Kind.MALFORMED, "缺少必填内容，请补充后重试。"),
    BODY_MISSING(Kind.MALFORMED, "请求没有内容，请填写后重试。"),
    KEY_MISSING(Kind.MALFORMED, "缺少请求头 Idempotency-Key，请为每次提交生成一个唯一编号后重试。"),
    KEY_UNUSABLE(Kind.MALFORMED, "请求头 Idempotency-Key 应为 1 至 100 个可见 ASCII 字符，请更换后重试。"),
    KEY_REUSED(Kind.INVALID, "这个 Idempotency-Key 已用于另一项提交，请更换新的编号后重试。"),
    VERSION_MISSING(Kind.VERSION_MISSING, "缺少请求头 If-Match，请先读取最新内容并带上其 ETag 再提交。"),
    VERSION_UNREADABLE(Kind.MALFORMED, "请求头 If-Match 应为读取时得到的 ETag，请重新读取后再提交。"),
    VERSION_STALE(Kind.STALE, "内容已被他人更新，请重新读取最新内容后再提交。"),
    NO_SUCH_ADDRESS(Kind.NOT_FOUND, "没有这个地址，请核对网址。"),
    METHOD_NOT_ALLOWED(Kind.METHOD_NOT_ALLOWED, "这个地址不支持该操作，请查阅接口说明。"),
    NOT_ACCEPTABLE(Kind.NOT_ACCEPTABLE, "不能以所要求的格式答复，请改用 application/json。"),
    UNSUPPORTED_TYPE(Kind.UNSUPPORTED, "不支持这种内容类型，请按接口说明选择内容类型。"),
    BODY_TOO_LARGE(Kind.TOO_LARGE, "请求内容过大，请缩减后重试；文件请用上传接口。"),
    CURSOR_UNREADABLE(Kind.MALFORMED, "翻页参数无效，请使用上一页返回的 nextCursor。"),
    BUSY(Kind.UNAVAILABLE, "系统繁忙，内容尚未提交，请稍后用同一编号重试。"),
    BROKEN(Kind.BROKEN, "系统出错，请稍后重试；如仍失败，请把追踪编号告知法院技术人员。");

    private final Kind kind;
    private final String detail;

    EdgeRefusal(Kind kind, String detail) {
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
