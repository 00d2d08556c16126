package court.platform.blob;

import court.platform.model.Refusal;

/** Why a file is not taken or not given. */
public enum BlobRefusal implements Refusal {
    TOO_LARGE(Kind.TOO_LARGE, "文件超过 %s MB，请压缩或拆分后重新上传。"),
    EMPTY_FILE(Kind.INVALID, "文件是空的，请检查后重新选择文件上传。"),
    NO_FILE(Kind.INVALID, "没有收到文件，请选择一个文件后上传。"),
    ONE_FILE_ONLY(Kind.INVALID, "一次只能上传一个文件，请逐个上传。"),
    BAD_FORM(Kind.MALFORMED, "上传的表单有误，请刷新页面后重新上传。"),
    FIELD_TOO_LONG(Kind.INVALID, "表单中的文字超过 %s 字，请精简后重新提交。"),
    TYPE_NOT_TAKEN(Kind.UNSUPPORTED, "不接受这种文件，请转为 PDF、PNG、JPG、MP3、M4A、MP4、WAV、TXT、DOCX、XLSX 或 OFD 后重新上传。"),
    NOT_WHAT_IT_SAYS(Kind.INVALID, "文件内容与扩展名 .%s 不符，请用原来的软件另存为正确格式后重新上传。"),
    PASSWORD_PROTECTED(Kind.INVALID, "文件设有密码或权限限制，请去除密码后重新上传。"),
    OLD_OR_PROTECTED_OFFICE(Kind.INVALID, "文件设有密码或是旧版格式，请去除密码并另存为 .%s 后重新上传。"),
    MACROS_INSIDE(Kind.INVALID, "文件含有宏，请另存为不含宏的 .docx 或 .xlsx 后重新上传，也可以转为 PDF 上传。"),
    SCRIPTS_INSIDE(Kind.INVALID, "PDF 内含脚本或会启动其他程序的动作，请用“打印为 PDF”另存一份后重新上传。"),
    PHONE_PICTURE(Kind.UNSUPPORTED, "这是手机的 HEIC 照片，请在手机“设置—相机—格式”中选“兼容性最佳”后重拍，或把照片转存为 JPG 后上传。"),
    BROKEN_FILE(Kind.INVALID, "文件已损坏，无法打开，请重新生成后上传。"),
    UNPACKS_TOO_LARGE(Kind.INVALID, "文件解压后过大，请拆分后重新上传。"),
    CHECK_TOOK_TOO_LONG(Kind.UNAVAILABLE, "文件检查超时，请稍后重试；多次不成功请拆分后上传。"),
    NOT_FOUND(Kind.NOT_FOUND, "没有找到这个文件。"),
    LAWFULLY_DELETED(Kind.NOT_FOUND, "这个文件已依法删除。"),
    DAMAGED(Kind.BROKEN, "文件在存储中已损坏，请联系法院处理。");

    private final Kind kind;
    private final String detail;

    BlobRefusal(Kind kind, String detail) {
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
