package court.platform.model;

import java.util.Locale;

/**
 * A reason to say no, told to the person in one Chinese sentence. Each feature lists its own in an enum; the constant's
 * name is its stable code.
 */
public interface Refusal {

    /** What kind of no; decides the HTTP status (RFC 9110 §15.5). */
    enum Kind {
        /** What was sent cannot be read. */
        MALFORMED(400, "请求内容有误"),
        /** Who is calling is not known. */
        UNAUTHENTICATED(401, "请先登录"),
        /** Known, but not for this role. */
        FORBIDDEN(403, "没有权限"),
        /** Not there, or not for this person: nobody can tell which. */
        NOT_FOUND(404, "没有找到"),
        /** The address does not know this method. */
        METHOD_NOT_ALLOWED(405, "不支持这种操作"),
        /** None of the accepted response types is offered. */
        NOT_ACCEPTABLE(406, "不支持所要的格式"),
        /** Not possible in the present state. */
        CONFLICT(409, "当前状态不能这样做"),
        /** It was there, and is so no more. */
        GONE(410, "已经过期"),
        /** The protocol is not spoken, or in another version. */
        PROTOCOL(412, "协议版本不符"),
        /** The version seen is not the present one. */
        STALE(412, "内容已被更新"),
        /** More bytes than allowed. */
        TOO_LARGE(413, "内容过大"),
        /** The media type is not taken. */
        UNSUPPORTED(415, "不支持的内容类型"),
        /** Readable, but against a rule. */
        INVALID(422, "内容不符合要求"),
        /** Somebody else is at it right now. */
        LOCKED(423, "正在处理中"),
        /** The version seen was not named. */
        VERSION_MISSING(428, "缺少版本号"),
        /** Too many calls. */
        TOO_MANY(429, "操作过于频繁"),
        /** Something we need does not answer now. */
        UNAVAILABLE(503, "服务暂时不可用"),
        /** Something we asked did not answer in time. */
        TIMED_OUT(504, "服务响应超时"),
        /** Our own fault. */
        BROKEN(500, "系统出错");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }
    }

    String name();

    Kind kind();

    /** One Chinese sentence that says what to do; may hold {@link String#format} places. */
    String detail();

    /** Stable code such as {@code filing.nothing_attached}: the feature, then the reason. */
    default String code() {
        String feature = getClass().getSimpleName().replace("Refusal", "");
        return feature.toLowerCase(Locale.ROOT) + "." + name().toLowerCase(Locale.ROOT);
    }

    default Refused because(Object... values) {
        return new Refused(this, detail().formatted(values));
    }
}
