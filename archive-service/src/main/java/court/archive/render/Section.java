package court.archive.render;

/** The parts of the main volume 正卷 in the order the papers lie in (rule RE5); cover, catalogue and backing sheet come by themselves. */
public enum Section {
    FILING_APPROVAL("立案审批"),
    APPLICATION("申请执行书、移送执行书"),
    BASIS("执行依据"),
    ACCEPTANCE("受理通知书"),
    IDENTITY("身份证明、授权委托材料"),
    NOTICES("执行通知书、报告财产令及送达回证"),
    PROPERTY("财产报告、财产查询及线索"),
    RULINGS("裁定书、协助执行通知书"),
    DISPOSAL("评估、拍卖材料"),
    SETTLEMENT("和解、担保材料"),
    TALKS("谈话笔录"),
    MONEY("案款收付材料"),
    CLOSING("结案文书"),
    RETURNS("送达回证");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
