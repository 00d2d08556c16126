package court.deploy.simulators.institution;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why an institution does not take a request; nothing is written then. */
enum InstitutionRefusal {
    NO_SUCH_INSTITUTION(HttpStatus.NOT_FOUND, "没有这家协助单位。"),
    OUT_OF_SERVICE(HttpStatus.SERVICE_UNAVAILABLE, "协助单位系统暂停服务。"),
    COURT_SIGNATURE(HttpStatus.UNAUTHORIZED, "法院签名缺失或不正确，不予受理。"),
    NOT_UNDERSTOOD(HttpStatus.BAD_REQUEST, "请求内容不完整或格式不正确，不予受理。"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "请求内容过大，不予受理。"),
    REQUEST_NUMBER(HttpStatus.BAD_REQUEST, "请求编号与报文内容不一致，不予受理。"),
    REQUEST_NUMBER_REUSED(HttpStatus.CONFLICT, "该请求编号已用于另一请求，不予受理。"),
    OFFICER_UNREGISTERED(HttpStatus.FORBIDDEN, "承办人未登记备案，或者工作证、公务证编号不符，不予受理。"),
    ASSET_FROZEN(HttpStatus.CONFLICT, "该财产已有冻结，不能改写账面。"),
    ASSET_KIND(HttpStatus.BAD_REQUEST, "该协助单位不登记这一类财产。");

    private final HttpStatus status;
    private final String detail;

    InstitutionRefusal(HttpStatus status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    ErrorResponseException because(Throwable cause) {
        return new ErrorResponseException(status, problem(), cause);
    }

    ErrorResponseException because() {
        return new ErrorResponseException(status, problem(), null);
    }

    // RFC 9457
    private ProblemDetail problem() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", name());
        return problem;
    }
}
