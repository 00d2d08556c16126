package court.archive.pack;

import court.archive.render.Section;
import court.platform.contract.Agent.Power;
import court.platform.contract.MemberEvent;
import court.platform.contract.MemberEvent.AgentApplied;
import court.platform.contract.MemberEvent.AgentApproved;
import court.platform.contract.MemberEvent.AgentRefused;
import court.platform.contract.MemberEvent.AgentRevoked;
import court.platform.contract.MemberEvent.AssistantAdded;
import court.platform.contract.MemberEvent.AssistantRemoved;
import court.platform.contract.MemberEvent.DeputyEnded;
import court.platform.contract.MemberEvent.DeputyNamed;
import court.platform.contract.MemberEvent.PostingRestored;
import court.platform.contract.MemberEvent.PostingSuspended;
import java.util.List;
import java.util.stream.Collectors;

/** The papers on who came to belong to a case and who no longer does: 委托代理、助理、代管、禁言. */
final class MemberPapers {

    private final Names names;
    private final Sheets sheets;

    MemberPapers(Names names, Sheets sheets) {
        this.names = names;
        this.sheets = sheets;
    }

    void write(Act act, MemberEvent event) {
        Form form = sheets.form(act);
        switch (event) {
            case AgentApplied it -> applied(act, it);
            case AgentApproved it ->
                authority(
                        act,
                        "同意代理人加入记录",
                        form.row("代理人", names.person(it.agentId()))
                                .row("被代理人", names.persons(it.represents()))
                                .row("代理权限", powers(it.powers())));
            case AgentRefused it ->
                authority(
                        act,
                        "不同意代理人加入记录",
                        form.row("代理人", names.person(it.agentId()))
                                .free("理由", it.reason().reveal()));
            case AgentRevoked it ->
                authority(
                        act,
                        "解除委托代理记录",
                        form.row("代理人", names.person(it.agentId()))
                                .row("被代理人", names.persons(it.represents()))
                                .free("理由", it.reason().reveal()));
            case AssistantAdded it -> notice(act, "法官助理、书记员加入记录", form.row("姓名", it.name()));
            case AssistantRemoved it -> notice(act, "法官助理、书记员退出记录", form.row("姓名", names.person(it.staffId())));
            case DeputyNamed it ->
                notice(
                        act,
                        "指定代管法官记录",
                        form.row("代管法官", it.name())
                                .row("承办法官", names.person(it.standsInFor()))
                                .row("代管开始", it.from())
                                .row("代管结束", it.until()));
            case DeputyEnded it -> notice(act, "代管结束记录", form.row("代管法官", names.person(it.staffId())));
            case PostingSuspended it ->
                notice(
                        act,
                        "暂停发言记录",
                        form.row("对象", names.person(it.memberId()))
                                .free("理由", it.reason().reveal()));
            case PostingRestored it ->
                notice(
                        act,
                        "恢复发言记录",
                        form.row("对象", names.person(it.memberId()))
                                .free("理由", it.reason().reveal()));
        }
    }

    private void applied(Act act, AgentApplied it) {
        Form form = sheets.form(act)
                .row("代理人", it.name())
                .row("身份", Words.of(it.agentKind()))
                .row("被代理人", names.persons(it.represents()))
                .row("代理权限", powers(it.powers()))
                .row("工作单位", it.firm())
                .free("执业证号", it.licence());
        authority(act, it.filed() ? "立案时列明的代理人" : "代理人申请加入登记", form);
        act.files().forEach(letter -> sheets.copy(act, Section.IDENTITY, "授权委托书", letter.id()));
    }

    private static String powers(List<Power> powers) {
        return powers.isEmpty() ? "一般授权" : powers.stream().map(Words::of).collect(Collectors.joining("、", "特别授权：", ""));
    }

    private void authority(Act act, String title, Form form) {
        sheets.add(act, Section.IDENTITY, title, form);
    }

    private void notice(Act act, String title, Form form) {
        sheets.add(act, Section.NOTICES, title, form);
    }
}
