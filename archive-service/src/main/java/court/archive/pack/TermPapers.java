package court.archive.pack;

import court.archive.render.Section;
import court.platform.contract.FilingEvent.TermChangeDecided;
import court.platform.contract.FilingEvent.TermChangeRequested;
import court.platform.contract.FilingEvent.TermResumed;
import court.platform.contract.FilingEvent.TermWish;

/** The papers of a term of enforcement that was prolonged or stood still (rule K4). */
final class TermPapers {

    private final Sheets sheets;

    TermPapers(Sheets sheets) {
        this.sheets = sheets;
    }

    void request(Act act, TermChangeRequested it) {
        Form form = asked(act, it.wish()).paragraph(it.reason().reveal());
        sheets.add(act, Section.NOTICES, "延长、扣除执行期限申请", form);
    }

    void decision(Act act, TermChangeDecided it) {
        Form form = asked(act, it.wish())
                .row("决定", it.granted() ? "准许" : "不予准许")
                .row("执行期限届满日", it.due())
                .paragraph(it.reason().reveal());
        sheets.add(act, Section.NOTICES, "延长、扣除执行期限决定", form);
    }

    void resumed(Act act, TermResumed it) {
        sheets.add(act, Section.NOTICES, "恢复计算执行期限登记", asked(act, it.wish()).row("执行期限届满日", it.due()));
    }

    private Form asked(Act act, TermWish it) {
        Form form = sheets.form(act);
        if (it.prolongedBy() != null) {
            form.row("批准或者备案", it.prolongedBy().equals("PRESIDENT") ? "本院院长" : "层报高级人民法院备案")
                    .row("延长", it.months() + " 个月");
        }
        if (it.ground() != null) {
            form.row("扣除事由", Words.ground(it.ground()))
                    .row("扣除首日", it.firstDay())
                    .row("扣除末日", it.lastDay());
        }
        return form.free("依据文号", it.document());
    }
}
