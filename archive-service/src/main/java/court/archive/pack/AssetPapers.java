package court.archive.pack;

import court.archive.render.Section;
import court.platform.contract.AssetEvent;
import court.platform.contract.AssetEvent.Asset;
import court.platform.contract.AssetEvent.AssetFrozen;
import court.platform.contract.AssetEvent.AssetQueryAnswered;
import court.platform.contract.AssetEvent.AssetQueryStarted;
import court.platform.contract.AssetEvent.AssetUnfrozen;
import court.platform.contract.AssetEvent.FreezeOrdered;
import court.platform.contract.AssetEvent.FreezeRefused;
import court.platform.contract.AssetEvent.InstitutionReplyRefused;
import court.platform.contract.AssetEvent.Officer;
import court.platform.contract.AssetEvent.RulingRegistered;
import court.platform.contract.AssetEvent.UnfreezeOrdered;
import court.platform.contract.AssetEvent.UnfreezeRefused;

/** The papers of property 财产: queries and what came of them, rulings, freezes. */
final class AssetPapers {

    private final Names names;
    private final Sheets sheets;

    AssetPapers(Names names, Sheets sheets) {
        this.names = names;
        this.sheets = sheets;
    }

    void write(Act act, AssetEvent event) {
        Form form = sheets.form(act);
        switch (event) {
            case AssetQueryStarted it -> sheets.add(act, Section.PROPERTY, "财产查询登记", started(form, it));
            case AssetQueryAnswered it -> sheets.add(act, Section.PROPERTY, "财产查询反馈", answered(form, it));
            case InstitutionReplyRefused it ->
                sheets.add(
                        act,
                        Section.PROPERTY,
                        "协助单位反馈拒收记录",
                        form.row("请求编号", it.requestNumber())
                                .row("协助单位", Words.institution(it.institution()))
                                .row("原因代码", it.reason()));
            case RulingRegistered it -> ruling(act, form, it);
            case FreezeOrdered it -> sheets.add(act, Section.RULINGS, "协助冻结指令", ordered(form, it));
            case AssetFrozen it ->
                sheets.add(
                        act,
                        Section.RULINGS,
                        "冻结回执",
                        form.row("请求编号", it.requestNumber())
                                .row("冻结金额", it.amount())
                                .row("冻结起始日", it.from())
                                .row("冻结到期日", it.until()));
            case FreezeRefused it ->
                sheets.add(act, Section.RULINGS, "未予冻结回执", refused(form, it.requestNumber(), it.reason()));
            case UnfreezeOrdered it ->
                sheets.add(
                        act,
                        Section.RULINGS,
                        "协助解除冻结指令",
                        officer(form.row("请求编号", it.requestNumber()).free("理由", it.reason()), it.officer()));
            case AssetUnfrozen it ->
                sheets.add(
                        act,
                        Section.RULINGS,
                        "解除冻结回执",
                        form.row("请求编号", it.requestNumber()).row("解除金额", it.amount()));
            case UnfreezeRefused it ->
                sheets.add(act, Section.RULINGS, "未予解除冻结回执", refused(form, it.requestNumber(), it.reason()));
        }
    }

    private Form started(Form form, AssetQueryStarted it) {
        form.row("查询编号", it.queryId())
                .row("被查询人", names.person(it.respondentId()))
                .row("查询依据", it.standing() ? "承办法官常设指令，系统自动发起" : "承办法官指令")
                .row(
                        "协助单位",
                        String.join(
                                "、",
                                it.institutions().stream()
                                        .map(Words::institution)
                                        .toList()));
        return officer(form, it.officer());
    }

    private Form answered(Form form, AssetQueryAnswered it) {
        form.row("查询编号", it.queryId())
                .row("请求编号", it.requestNumber())
                .row("被查询人", names.person(it.respondentId()))
                .row("协助单位", Words.institution(it.institution()));
        if (it.assets().isEmpty()) {
            form.row("查询结果", "未查到财产");
        }
        it.assets().forEach(asset -> asset(form, asset));
        return form;
    }

    private static void asset(Form form, Asset it) {
        form.row("财产", Words.of(it.kind()))
                .free("财产编号", it.assetId())
                .free("财产描述", it.description().reveal())
                .row("余额", it.balance())
                .row("可用余额", it.available())
                .free("不得查封事由", it.exemption());
        it.priorFreezes()
                .forEach(prior -> form.free(
                        "在先冻结", prior.court() + " " + prior.amount().text() + " 元，至 " + Words.date(prior.until())));
    }

    private void ruling(Act act, Form form, RulingRegistered it) {
        form.row("文书号", it.number())
                .row("被执行人", names.person(it.respondentId()))
                .row("限额", it.limit());
        sheets.add(act, Section.RULINGS, "裁定书登记", form);
        sheets.copy(act, Section.RULINGS, "执行裁定书", it.rulingFileId());
        sheets.copy(act, Section.RULINGS, "协助执行通知书", it.noticeFileId());
    }

    private Form ordered(Form form, FreezeOrdered it) {
        form.row("请求编号", it.requestNumber())
                .row("被执行人", names.person(it.respondentId()))
                .row("协助单位", Words.institution(it.institution()))
                .row("财产", Words.of(it.assetKind()))
                .free("财产编号", it.assetId())
                .row("冻结金额", it.amount())
                .row("冻结到期日", it.until());
        return officer(form, it.officer());
    }

    private static Form refused(Form form, String requestNumber, String reason) {
        return form.row("请求编号", requestNumber).free("理由", reason);
    }

    private Form officer(Form form, Officer it) {
        return form.row("执行人员", names.person(it.staffId()))
                .row("工作证号", it.workPermit())
                .row("公务证号", it.officialPermit());
    }
}
