package court.archive.pack;

import court.archive.render.Section;
import court.platform.contract.Agent;
import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.Party;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The papers a case begins with: the application with its parties, claim and basis, and the court's acceptance. */
final class PartyPapers {

    private final Names names;
    private final Sheets sheets;

    PartyPapers(Names names, Sheets sheets) {
        this.names = names;
        this.sheets = sheets;
    }

    /** What is asked for and on what it rests. */
    record Matter(Claim claim, Basis basis) {}

    /** Clues 财产线索 are left out: the main volume may be disclosed (rules RE4, RS7). */
    void application(Act act, List<Party> parties, List<Agent> agents, Matter matter) {
        Form form = sheets.form(act);
        parties.forEach(it -> party(form, it));
        agents.forEach(it -> agent(form, it));
        about(form, matter.claim(), matter.basis());
        sheets.add(act, Section.APPLICATION, "强制执行申请书", form);
    }

    void acceptance(Act act, CaseAccepted it) {
        Form approval = sheets.form(act).row("案号", it.caseNumber()).row("立案法官", names.person(it.acceptedBy()));
        sheets.add(act, Section.FILING_APPROVAL, "立案审批表", approval);
        Form notice = sheets.form(act)
                .row("案号", it.caseNumber())
                .row("申请执行人", names.parties(Party.Role.APPLICANT))
                .row("被执行人", names.parties(Party.Role.RESPONDENT));
        about(notice, it.claim(), it.basis());
        sheets.add(act, Section.ACCEPTANCE, "受理案件通知书", notice);
    }

    private static void party(Form form, Party it) {
        String role = Words.of(it.role());
        form.row(role, it.name())
                .row(
                        role + "证件",
                        Words.idType(it.idType()) + " " + it.idNumber().reveal())
                .row(role + "电话", it.phone())
                .row(role + "地址", it.address());
        actor(form, "法定代表人", it.representative());
        actor(form, "法定代理人", it.guardian());
        actor(form, "经办人", it.handler());
        Party.Account account = it.account();
        if (account != null) {
            form.row(
                    role + "收款账户",
                    account.bank().reveal() + " " + account.number().reveal());
        }
    }

    private static void actor(Form form, String title, Party.@Nullable Representative it) {
        if (it != null) {
            form.row(title, it.name())
                    .row(
                            title + "证件",
                            Words.idType(it.idType()) + " " + it.idNumber().reveal());
        }
    }

    private static void agent(Form form, Agent it) {
        String powers = it.powers().isEmpty()
                ? "一般代理"
                : "特别授权：" + it.powers().stream().map(Words::of).collect(Collectors.joining("、"));
        form.row("委托代理人", it.name()).row("代理人身份", Words.of(it.kind())).row("代理权限", powers);
    }

    private static void about(Form form, Claim claim, Basis basis) {
        Claim.Act asked = claim.act();
        form.row("执行请求", asked == null ? Words.of(claim.kind()) : Words.of(asked))
                .row("标的金额", claim.amount())
                .free("请求内容", claim.description().reveal())
                .row("执行依据", Words.of(basis.kind()) + " " + basis.number())
                .row("作出机构", basis.issuedBy())
                .row("生效日期", basis.effectiveOn());
    }
}
