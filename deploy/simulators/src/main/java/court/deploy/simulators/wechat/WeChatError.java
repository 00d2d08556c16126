package court.deploy.simulators.wechat;

/** Errors as WeChat's server interface documents them; told with HTTP status 200. */
enum WeChatError {
    INVALID_CREDENTIAL(40001, "invalid credential, access_token is invalid or not latest"),
    INVALID_GRANT_TYPE(40002, "invalid grant_type"),
    INVALID_OPENID(40003, "invalid openid"),
    INVALID_APPID(40013, "invalid appid"),
    INVALID_CODE(40029, "invalid code"),
    INVALID_APPSECRET(40125, "invalid appsecret"),
    CODE_BEEN_USED(40163, "code been used"),
    TOKEN_EXPIRED(42001, "access_token expired"),
    USER_REFUSED(43101, "user refuse to accept the msg"),
    DAILY_QUOTA(45009, "reach max api daily quota limit"),
    ARGUMENT_INVALID(47003, "argument invalid!"),
    TOO_OFTEN(45011, "api minute-quota reach limit, must slower, retry next minute");

    private final int code;
    private final String text;

    WeChatError(int code, String text) {
        this.code = code;
        this.text = text;
    }

    int code() {
        return code;
    }

    String text() {
        return text;
    }

    Failure because() {
        return new Failure(this);
    }

    /** An error on its way to the caller. */
    static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final WeChatError error;

        Failure(WeChatError error) {
            super(error.text, null, false, false);
            this.error = error;
        }

        WeChatError error() {
            return error;
        }
    }
}
