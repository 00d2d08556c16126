package court.filing.filing;

import court.platform.model.Refusal;

/** Why a step of a filing is refused. */
enum FilingRefusal implements Refusal {
    NOT_COMPLETE(Kind.INVALID, "申请信息不完整或有误，请按 errors 中逐项更正后再提交。"),
    NOTHING_ATTACHED(Kind.INVALID, "尚未上传任何材料，请至少上传执行依据后再提交。"),
    NOT_APPLICANT(Kind.INVALID, "登录人不是申请执行人本人，也不是申请单位的法定代表人或有效期内的经办人，请核对申请执行人的证件号码。"),
    TOO_MANY_MATERIALS(Kind.INVALID, "材料不能超过 %s 份，请合并后再上传。"),
    NO_SUCH_MATERIAL(Kind.NOT_FOUND, "没有找到该材料，请刷新后重试。"),
    IN_A_COMPOSITION(Kind.CONFLICT, "该图片已合成为一份文件，请先删除合成的文件再删除图片。"),
    PAGES_MISSING(Kind.INVALID, "请在 pages 中按顺序列出 1 至 %s 张不重复的图片材料编号。"),
    NOT_A_PICTURE(Kind.INVALID, "只有 JPG、PNG 图片可以合成为一份文件，请从 pages 中去掉其他材料。"),
    PICTURES_TOO_LARGE(Kind.TOO_LARGE, "图片合计超过 %s MB 或单张尺寸过大，请压缩图片或分成几份合成。"),
    NAME_MISSING(Kind.INVALID, "请在 name 中填写合成文件的名称（不超过 100 字）。"),
    KIND_MISSING(Kind.INVALID, "请在 kind 中填写材料类别（不超过 40 字），例如：执行依据。"),
    NOT_NOW(Kind.CONFLICT, "该申请当前状态为“%s”，不能进行此操作，请刷新后查看。"),
    RETURNED_ONCE(Kind.INVALID, "补正应一次性告知；再次要求补正须在 againReason 中写明理由。"),
    NOTHING_MISSING(Kind.INVALID, "请在 missing 中逐项写明需要补正的内容和理由。"),
    DAYS_OUT_OF_RANGE(Kind.INVALID, "补正期限应为 1 至 30 天，请更正 days。"),
    NO_SUCH_STATE(Kind.MALFORMED, "state 应为 DRAFT、RETURNED、SUBMITTED、ACCEPTED 之一。");

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
