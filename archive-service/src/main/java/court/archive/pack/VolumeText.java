package court.archive.pack;

import court.archive.render.Row;
import court.archive.render.Volume;
import court.platform.contract.CourtEvent;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.InteractionEvent.CaseClosed;
import court.platform.contract.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What stands in the main volume 正卷: the acts of a package retold in the order of rule RE5, with every file they carry. */
final class VolumeText {

    private final Order order;
    private final Names names;
    private final Originals originals;
    private final UnaryOperator<String> printable;

    VolumeText(Order order, Names names, Originals originals, UnaryOperator<String> printable) {
        this.order = order;
        this.names = names;
        this.originals = originals;
        this.printable = printable;
    }

    /**
     * The volume.
     *
     * @param whole every act up to the cut, for the cover
     * @param acts those of this package
     */
    Volume of(List<Act> whole, List<Act> acts, String courtName) {
        Sheets sheets = new Sheets(order.caseId(), names, originals, printable);
        ActPapers papers = new ActPapers(names, sheets);
        for (Act act : acts) {
            papers.write(act);
            sheets.rest(act);
        }
        return new Volume(
                names.caseNumber(),
                courtName,
                order.number(),
                order.packageId().toString(),
                cover(whole),
                sheets.items(),
                backing(acts),
                order.sealedAt());
    }

    private List<Row> cover(List<Act> whole) {
        Form form = new Form(printable)
                .row("申请执行人", names.parties(Party.Role.APPLICANT))
                .row("被执行人", names.parties(Party.Role.RESPONDENT));
        for (Act act : whole) {
            CourtEvent event = act.event();
            if (event instanceof CaseAccepted it) {
                form.row("执行依据", it.basis().number())
                        .row("标的金额", it.claim().amount())
                        .row("立案日期", Words.day(act.entry().time()));
            } else if (event instanceof CaseClosed it) {
                form.row("承办法官", names.person(it.closedBy()))
                        .row("结案方式", Words.of(it.mode()))
                        .row("结案日期", Words.day(act.entry().time()));
            }
        }
        return form.rows();
    }

    private List<Row> backing(List<Act> acts) {
        long files = acts.stream().flatMap(it -> it.files().stream()).distinct().count();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("卷宗包编号", order.packageId().toString()));
        rows.add(new Row("收录事项", acts.size() + " 项"));
        rows.add(new Row("原始文件", files + " 件，均未作任何改动，另存于卷宗包 data/files"));
        rows.add(new Row("副卷", String.join("", ActPapers.nothingAside())));
        rows.add(new Row("立卷", "由平台在结案后自动立卷，依各项事项的原始记录生成"));
        rows.add(new Row("封卷时间", Words.time(order.sealedAt())));
        return rows;
    }
}
