package court.archive.pack;

import court.archive.render.Section;
import court.platform.contract.FilingEvent.ExtensionDecided;
import court.platform.contract.FilingEvent.ExtensionRequested;

/** The papers of a limit that was missed without fault (rule K5). */
final class ExtensionPapers {

    private final Sheets sheets;

    ExtensionPapers(Sheets sheets) {
        this.sheets = sheets;
    }

    void request(Act act, ExtensionRequested it) {
        Form form = sheets.form(act)
                .row("原期限届满日", it.missed())
                .row("障碍消除日", it.endedOn())
                .row("所援引的平台故障记录", it.outageId())
                .paragraph(it.obstacle().reveal());
        sheets.add(act, Section.FILING_APPROVAL, "顺延期限申请", form);
    }

    void decision(Act act, ExtensionDecided it) {
        Form form = sheets.form(act)
                .row("决定", it.granted() ? "准许" : "不予准许")
                .row("顺延至", it.until())
                .paragraph(it.reason().reveal());
        sheets.add(act, Section.FILING_APPROVAL, "顺延期限决定", form);
    }
}
