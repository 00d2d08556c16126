package court.archive.pack;

import court.archive.pack.PartyPapers.Matter;
import court.archive.render.Section;
import court.platform.contract.AccessEvent.ProtectedDataViewed;
import court.platform.contract.AssetEvent;
import court.platform.contract.CourtEvent;
import court.platform.contract.DossierEvent;
import court.platform.contract.DossierEvent.DossierReceived;
import court.platform.contract.DossierEvent.DossierRejected;
import court.platform.contract.DossierEvent.DossierSealed;
import court.platform.contract.FilingEvent;
import court.platform.contract.FilingEvent.CallNoted;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.FilingEvent.CorrectionRequired;
import court.platform.contract.FilingEvent.DeadlineReminder;
import court.platform.contract.FilingEvent.ExtensionDecided;
import court.platform.contract.FilingEvent.ExtensionRequested;
import court.platform.contract.FilingEvent.FilingRefused;
import court.platform.contract.FilingEvent.FilingResubmitted;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.contract.FilingEvent.FilingWithdrawn;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.FilingEvent.MaterialScanned;
import court.platform.contract.FilingEvent.RecusalDecided;
import court.platform.contract.FilingEvent.RecusalRequested;
import court.platform.contract.FilingEvent.ReviewTaken;
import court.platform.contract.FilingEvent.TermChangeDecided;
import court.platform.contract.FilingEvent.TermChangeRequested;
import court.platform.contract.FilingEvent.TermResumed;
import court.platform.contract.InteractionEvent;
import court.platform.contract.InteractionEvent.AnswerNotNeeded;
import court.platform.contract.InteractionEvent.AnswerOverdue;
import court.platform.contract.InteractionEvent.CaseClosed;
import court.platform.contract.InteractionEvent.MessageCorrected;
import court.platform.contract.InteractionEvent.MessagePosted;
import court.platform.contract.InteractionEvent.MessageRecalled;
import court.platform.contract.InteractionEvent.RespondentReleased;
import court.platform.contract.InteractionEvent.RoomOpened;
import court.platform.contract.InteractionEvent.TalkConfirmed;
import court.platform.contract.InteractionEvent.TalkOpened;
import court.platform.contract.MemberEvent;
import java.util.List;

/** Which paper each kind of act becomes and where it lies in the volume (rule RE5). */
final class ActPapers {

    private final Names names;
    private final AssetPapers assets;
    private final PartyPapers parties;
    private final AssignmentPapers assignment;
    private final ExtensionPapers extensions;
    private final TermPapers terms;
    private final MemberPapers members;
    private final Sheets sheets;

    ActPapers(Names names, Sheets sheets) {
        this.names = names;
        this.sheets = sheets;
        this.parties = new PartyPapers(names, sheets);
        this.assets = new AssetPapers(names, sheets);
        this.assignment = new AssignmentPapers(names, sheets);
        this.extensions = new ExtensionPapers(sheets);
        this.terms = new TermPapers(sheets);
        this.members = new MemberPapers(names, sheets);
    }

    void write(Act act) {
        CourtEvent event = act.event();
        switch (event) {
            case FilingEvent it -> filing(act, it);
            case InteractionEvent it -> interaction(act, it);
            case MemberEvent it -> members.write(act, it);
            case AssetEvent it -> assets.write(act, it);
            case DossierEvent it -> dossier(act, it);
            case ProtectedDataViewed _ -> {} // no act: the register of accesses has it
            case null -> unreadable(act);
        }
    }

    private void filing(Act act, FilingEvent event) {
        switch (event) {
            case FilingSubmitted it ->
                parties.application(act, it.parties(), it.agents(), new Matter(it.claim(), it.basis()));
            case FilingResubmitted it ->
                parties.application(act, it.parties(), it.agents(), new Matter(it.claim(), it.basis()));
            case CorrectionRequired it -> {
                Form form = sheets.form(act).row("补正期限", it.due()).free("再次要求补正的理由", it.againReason());
                it.missing().forEach(missing -> form.paragraph(missing.item() + "：" + missing.reason()));
                sheets.add(act, Section.FILING_APPROVAL, "补正通知书", form);
            }
            case ExtensionRequested it -> extensions.request(act, it);
            case ExtensionDecided it -> extensions.decision(act, it);
            case TermChangeRequested it -> terms.request(act, it);
            case TermChangeDecided it -> terms.decision(act, it);
            case TermResumed it -> terms.resumed(act, it);
            case DeadlineReminder _ -> {} // no act: a limit that comes near
            case FilingRefused it ->
                sheets.add(
                        act,
                        Section.FILING_APPROVAL,
                        "不予受理通知",
                        sheets.form(act).paragraph(it.reason().reveal()));
            case FilingWithdrawn it ->
                sheets.add(
                        act,
                        Section.FILING_APPROVAL,
                        "撤回执行申请",
                        sheets.form(act).paragraph(it.reason().reveal()));
            case MaterialScanned it ->
                sheets.add(
                        act,
                        Section.FILING_APPROVAL,
                        "材料病毒补查记录",
                        sheets.form(act)
                                .row("材料编号", it.fileId())
                                .row("结果", it.found() == null ? "未发现恶意程序" : "发现恶意程序，已隔离")
                                .free("名称", it.found())
                                .row("检查时间", Words.time(it.scannedAt()))
                                .free("检查工具", it.engine()));
            case ReviewTaken it ->
                sheets.add(
                        act,
                        Section.FILING_APPROVAL,
                        "立案审查承办登记",
                        sheets.form(act)
                                .row("承办人", names.person(it.reviewerId()))
                                .row("原承办人", it.from() == null ? "无" : names.person(it.from()))
                                .row("接手理由", it.reason()));
            case CallNoted it ->
                sheets.add(
                        act,
                        Section.FILING_APPROVAL,
                        "电话记录",
                        sheets.form(act)
                                .row("通话对象", names.person(it.with()))
                                .paragraph(it.text().reveal()));
            case CaseAccepted it -> parties.acceptance(act, it);
            case JudgeAssigned it -> assignment.assigned(act, it);
            case RecusalRequested it -> assignment.requested(act, it);
            case RecusalDecided it -> assignment.decided(act, it);
        }
    }

    private void interaction(Act act, InteractionEvent event) {
        switch (event) {
            case RoomOpened it ->
                sheets.add(act, Section.NOTICES, "一案一群开通记录", sheets.form(act).row("案号", it.caseNumber()));
            case MessagePosted it -> sheets.said(act, it);
            case MessageRecalled it -> sheets.said(act, it.senderId(), "［撤回］消息编号 " + it.messageId());
            case MessageCorrected it ->
                sheets.said(
                        act,
                        it.senderId(),
                        "［更正］消息编号 " + it.messageId() + "，更正为：" + it.text().reveal() + "（理由："
                                + it.reason().reveal() + "）");
            case RespondentReleased it ->
                sheets.add(
                        act, Section.NOTICES, "被执行人进入一案一群记录", sheets.form(act).row("被执行人", names.person(it.partyId())));
            case TalkOpened it -> talk(act, it);
            case TalkConfirmed it ->
                sheets.add(
                        act,
                        Section.TALKS,
                        "谈话笔录确认",
                        sheets.form(act).row("谈话编号", it.talkId()).row("确认人", names.person(it.partyId())));
            case AnswerOverdue _ -> {} // no act: a party who waits
            case AnswerNotNeeded it ->
                sheets.add(
                        act,
                        Section.TALKS,
                        "无需答复登记",
                        sheets.form(act)
                                .row("当事人", names.person(it.partyId()))
                                .paragraph(it.reason().reveal()));
            case CaseClosed it -> closing(act, it);
        }
    }

    private void talk(Act act, TalkOpened it) {
        Form form = sheets.form(act).row("谈话编号", it.talkId()).row("参加人", names.persons(it.participantIds()));
        sheets.add(act, Section.TALKS, "谈话笔录", form.paragraph(it.transcript().reveal()));
        if (it.payment() != null) {
            Form money = sheets.form(act)
                    .row("谈话编号", it.talkId())
                    .row("金额", it.payment().amount())
                    .row("给付方式", Words.of(it.payment().way()))
                    .row("给付日期", it.payment().paidOn());
            sheets.add(act, Section.MONEY, "案款给付登记", money);
        }
    }

    private void closing(Act act, CaseClosed it) {
        Form form = sheets.form(act)
                .row("结案方式", Words.of(it.mode()))
                .row("申请标的", it.claimed())
                .row("实际到位", it.received())
                .row("承办法官", names.person(it.closedBy()))
                .row("所依据的谈话", String.join("、", it.talkIds()));
        sheets.add(act, Section.CLOSING, "结案登记表", form);
    }

    private void dossier(Act act, DossierEvent event) {
        Form form = sheets.form(act);
        switch (event) {
            case DossierSealed it ->
                sheets.add(
                        act,
                        Section.CLOSING,
                        "封卷登记",
                        form.row("卷宗包编号", it.packageId()).row("正卷页数", Integer.toString(it.pages())));
            case DossierReceived it ->
                sheets.add(
                        act,
                        Section.CLOSING,
                        "内网接收回执",
                        form.row("卷宗包编号", it.packageId())
                                .row("接收时间", Words.time(it.receivedAt()))
                                .row("接收方", it.receivedBy()));
            case DossierRejected it ->
                sheets.add(
                        act,
                        Section.CLOSING,
                        "内网拒收回执",
                        form.row("卷宗包编号", it.packageId()).free("理由", it.reason()));
        }
    }

    /** A newer kind of act, or one that cannot be read: it has its place in the volume too. */
    private void unreadable(Act act) {
        sheets.add(
                act,
                Section.CLOSING,
                act.title(),
                sheets.form(act)
                        .row("事项类型", act.entry().type())
                        .row("SHA-256", act.entry().sha256())
                        .paragraph("本事项的原始记录保存于卷宗包 data/" + act.path() + "。"));
    }

    /** What the court files in the side volume 副卷 (rule RE4) is not told by anybody yet. */
    static List<String> nothingAside() {
        return List.of("合议庭笔录、内部报告等副卷材料不入正卷；本案没有通过平台形成的副卷材料。");
    }
}
