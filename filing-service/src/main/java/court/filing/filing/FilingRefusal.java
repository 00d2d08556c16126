package court.filing.filing;

import court.platform.model.Refusal;

/** Why a step of a filing is refused. */
enum FilingRefusal implements Refusal {
    NOT_COMPLETE(Kind.INVALID, "申请信息不完整或有误，请按 errors 中逐项更正后再提交。"),
    NOTHING_ATTACHED(Kind.INVALID, "尚未上传任何材料，请至少上传执行依据后再提交。"),
    NOT_APPLICANT(Kind.INVALID, "登录人不是申请执行人本人，也不是申请单位的法定代表人、有效期内的经办人或委托代理人，请核对证件号码。"),
    SPECIAL_AUTHORITY_NEEDED(Kind.INVALID, "变更执行请求须有特别授权；代理权限以上次提交时写明的为准，请由当事人本人提交变更。"),
    TOO_MANY_MATERIALS(Kind.INVALID, "材料不能超过 %s 份，请合并后再上传。"),
    NO_SUCH_MATERIAL(Kind.NOT_FOUND, "没有找到该材料，请刷新后重试。"),
    MATERIAL_INFECTED(Kind.CONFLICT, "该材料中发现恶意程序（%s），已隔离，不能下载或使用；请申请人更换一份干净的文件。"),
    IN_A_COMPOSITION(Kind.CONFLICT, "该图片已合成为一份文件，请先删除合成的文件再删除图片。"),
    PAGES_MISSING(Kind.INVALID, "请在 pages 中按顺序列出 1 至 %s 张不重复的图片材料编号。"),
    NOT_A_PICTURE(Kind.INVALID, "只有 JPG、PNG 图片可以合成为一份文件，请从 pages 中去掉其他材料。"),
    PICTURES_TOO_LARGE(Kind.TOO_LARGE, "图片合计超过 %s MB 或单张尺寸过大，请压缩图片或分成几份合成。"),
    NAME_MISSING(Kind.INVALID, "请在 name 中填写合成文件的名称（不超过 100 字）。"),
    KIND_MISSING(Kind.INVALID, "请在 kind 中填写材料类别（不超过 40 字），例如：执行依据。"),
    NOT_NOW(Kind.CONFLICT, "该申请当前状态为“%s”，不能进行此操作，请刷新后查看。"),
    UNDER_REVIEW(Kind.CONFLICT, "该申请正由 %s 审查；确需接手的，请在 reason 中写明理由后接手。"),
    RETURNED_ONCE(Kind.INVALID, "补正应一次性告知；再次要求补正须在 againReason 中写明理由。"),
    NOTHING_MISSING(Kind.INVALID, "请在 missing 中逐项写明需要补正的内容和理由（各不超过 500 字），同一内容只写一次。"),
    PAPER_NEEDS_REASON(
            Kind.INVALID,
            "已经电子提交的材料不得再要求提供纸质件；确需纸质件或原件的，请为该项选择法定事由（onPaper 为 true，paper 为事由）；不需要的请选明不要求（onPaper 为 false）。"),
    AGAIN_REASON_TOO_LONG(Kind.INVALID, "againReason 不能超过 500 字，请缩减。"),
    DAYS_OUT_OF_RANGE(Kind.INVALID, "补正期限应为 1 至 30 天，请更正 days。"),
    CORRECTION_TOO_LATE(Kind.CONFLICT, "补正期限已于 %s 届满。有正当理由的，请在障碍消除后十日内申请顺延；否则请重新提交申请。"),
    STILL_TIME_TO_ANSWER(Kind.CONFLICT, "补正期限至 %s 届满，届满前不能不予受理。"),
    REASON_MISSING(Kind.INVALID, "请在 reason 中写明理由（不超过 500 字）。"),
    RULING_INCOMPLETE(Kind.INVALID, "请在 reasonCode 中选择不予受理的事由，并在 text 中写明理由（不超过 2000 字）。"),
    NOTE_INCOMPLETE(Kind.INVALID, "请在 with 中写明通话对象的 partyId 或 agentId，并在 text 中写明通话内容（不超过 2000 字）。"),
    POSTED_BEFORE_NOTICE(Kind.INVALID, "补正通知于 %s 发出，交邮日期不能早于该日，请填写本次补正材料的交邮日期。"),
    CHANNEL_UNKNOWN(Kind.MALFORMED, "channel 应为 WEB、WECHAT_12368、SUISHENBAN、MAIL、COUNTER 之一。"),
    CHANNEL_NOT_YOURS(Kind.INVALID, "您是通过 %s 登录的，不能以其他渠道立案，请去掉 channel。"),
    CHANNEL_NEEDED(Kind.INVALID, "代为录入的申请请在 channel 中写明来源：MAIL（邮寄）或 COUNTER（窗口）。"),
    NOT_YOUR_COURT(Kind.INVALID, "只能录入本院的申请，请更正 courtCode。"),
    WITHDRAWAL_NEEDS_AUTHORITY(Kind.INVALID, "撤回执行申请须有放弃权利的特别授权，请由当事人本人撤回。"),
    OWN_CASE(Kind.FORBIDDEN, "不能审批本人承办的案件，请由其他院领导决定。"),
    NO_SUCH_FILTER(Kind.MALFORMED, "查询条件 %s 有误，应为：%s。"),
    NO_SUCH_STATE(Kind.MALFORMED, "state 应为 DRAFT、RETURNED、SUBMITTED、ACCEPTED、REFUSED、WITHDRAWN 之一。");

    private final Kind kind;
    private final String detail;

    FilingRefusal(Kind kind, String detail) {
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
