package court.archive.pack;

import court.archive.render.Section;
import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.Party;
import java.util.List;

/** The papers a case begins with: the application with its parties, claim and basis, and the court's acceptance. */
final class PartyPapers {

    private final Names names;
    private final Sheets sheets;

    PartyPapers(Names names, Sheets sheets) {
        this.names = names;
        this.sheets = sheets;
    }

    void application(Act act, List<Party> parties, Claim claim, Basis basis) {
        Form form = sheets.form(act);
        parties.forEach(it -> party(form, it));
        about(form, claim, basis);
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
        Party.Representative representative = it.representative();
        if (representative != null) {
            form.row("法定代表人", representative.name())
                    .row(
                            "法定代表人证件",
                            Words.idType(representative.idType()) + " "
                                    + representative.idNumber().reveal());
        }
    }

    private static void about(Form form, Claim claim, Basis basis) {
        form.row("执行请求", Words.of(claim.kind()))
                .row("标的金额", claim.amount())
                .free("请求内容", claim.description().reveal())
                .row("执行依据", Words.of(basis.kind()) + " " + basis.number())
                .row("作出机构", basis.issuedBy())
                .row("生效日期", basis.effectiveOn());
    }
}
