package court.archive.pack;

import court.archive.render.Section;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.FilingEvent.RecusalDecided;
import court.platform.contract.FilingEvent.RecusalGround;
import court.platform.contract.FilingEvent.RecusalRequested;
import court.platform.contract.Lot;
import org.jspecify.annotations.Nullable;

/** The papers on who has the case 分案、回避, with all that is needed to do a draw again. */
final class AssignmentPapers {

    private final Names names;
    private final Sheets sheets;

    AssignmentPapers(Names names, Sheets sheets) {
        this.names = names;
        this.sheets = sheets;
    }

    void assigned(Act act, JudgeAssigned it) {
        String former = it.replaces() == null ? null : names.person(it.replaces());
        Form form = sheets.form(act)
                .row("承办法官", it.judgeName())
                .row("法院代字", it.courtCode())
                .row("分案方式", way(it))
                .row("原承办法官", former)
                .free("变更承办法官的理由", it.reason());
        drawn(form, it.lot());
        sheets.add(act, Section.FILING_APPROVAL, it.replaces() == null ? "分案登记" : "变更承办法官登记", form);
    }

    private static @Nullable String way(JudgeAssigned it) {
        if (it.lot() != null) {
            return "随机分案";
        }
        return it.replaces() == null ? null : "指定";
    }

    private void drawn(Form form, @Nullable Lot lot) {
        if (lot == null) {
            return;
        }
        form.row("分案方法", lot.method()).row("随机种子", lot.seed());
        lot.candidates()
                .forEach(it -> form.paragraph("参加随机分案：%s（办案份额 %d%%，在办 %d 件，权重 %d）"
                        .formatted(names.person(it.judgeId()), it.capacity(), it.load(), it.weight())));
        lot.passedOver()
                .forEach(it -> form.paragraph("未参加：%s（%s）".formatted(names.person(it.judgeId()), why(it.why()))));
    }

    private static String why(Lot.Why why) {
        return switch (why) {
            case AWAY -> "不在岗";
            case NO_CAPACITY -> "不承担收案";
            case FORMER -> "原承办法官";
            case RECUSED -> "已回避";
            case CONFLICT -> "另有职务或者利害冲突";
        };
    }

    /** What the judge wrote stays in the record of the act; the volume has the ground. */
    void requested(Act act, RecusalRequested it) {
        Form form = sheets.form(act).row("申请人", names.person(it.judgeId())).row("回避事由", ground(it.ground()));
        sheets.add(act, Section.FILING_APPROVAL, "回避申请登记", form);
    }

    private static String ground(RecusalGround ground) {
        return switch (ground) {
            case PARTY_OR_RELATIVE -> "是本案当事人，或者当事人、诉讼代理人近亲属";
            case INTEREST -> "与本案有利害关系";
            case OTHER_RELATION -> "与本案当事人、诉讼代理人有其他关系，可能影响公正审理";
        };
    }

    void decided(Act act, RecusalDecided it) {
        Form form = sheets.form(act).row("申请人", names.person(it.judgeId())).row("决定", it.granted() ? "准予回避" : "驳回回避申请");
        sheets.add(act, Section.FILING_APPROVAL, "回避决定登记", form);
    }
}
