package court.archive.pack;

import court.platform.contract.Agent;
import court.platform.contract.AssetEvent.AssetKind;
import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.contract.InteractionEvent.ClosingMode;
import court.platform.contract.InteractionEvent.Payment;
import court.platform.contract.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How the volume calls things: legal terms, and times in Asia/Shanghai (rule K3). */
final class Words {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private Words() {}

    static String time(Instant instant) {
        return TIME.format(instant.atZone(ZONE));
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    static String of(Party.Role role) {
        return switch (role) {
            case APPLICANT -> "申请执行人";
            case RESPONDENT -> "被执行人";
        };
    }

    static String of(Claim.Kind kind) {
        return switch (kind) {
            case MONEY -> "给付金钱";
            case THING -> "交付财物";
            case ACT -> "完成行为";
        };
    }

    static String of(Basis.Kind kind) {
        return switch (kind) {
            case JUDGMENT -> "判决书";
            case MEDIATION_AGREEMENT -> "调解书";
            case ARBITRAL_AWARD -> "仲裁裁决书";
            case LABOUR_ARBITRATION_AWARD -> "劳动仲裁裁决书";
            case NOTARISED_DEBT -> "赋强公证债权文书";
            case PAYMENT_ORDER -> "支付令";
            case RULING -> "民事裁定书";
            case CONFIRMED_MEDIATION -> "司法确认裁定书";
            case CRIMINAL_JUDGMENT -> "刑事裁判涉财产部分";
            case ADMINISTRATIVE_DECISION -> "行政决定书";
        };
    }

    static String of(Claim.Act act) {
        return switch (act) {
            case TRANSFER_OF_TITLE -> "办理产权过户";
            case EVICTION -> "迁出房屋、退出土地";
            case CEASE -> "停止侵害、排除妨碍";
            case APOLOGY -> "赔礼道歉、恢复名誉";
            case CUSTODY -> "探望、抚养";
            case OTHER -> "其他行为";
        };
    }

    static String of(Agent.Kind kind) {
        return switch (kind) {
            case LAWYER -> "律师";
            case LEGAL_WORKER -> "基层法律服务工作者";
            case RELATIVE -> "近亲属";
            case EMPLOYEE -> "工作人员";
            case RECOMMENDED -> "被推荐的公民";
        };
    }

    static String of(Agent.Power power) {
        return switch (power) {
            case WAIVE -> "放弃权利";
            case CHANGE_CLAIM -> "变更请求";
            case SETTLE -> "和解";
            case COLLECT -> "代为收款";
        };
    }

    static String of(ClosingMode mode) {
        return switch (mode) {
            case PERFORMED -> "执行完毕";
            case PROCEDURE_ENDED -> "终结本次执行程序";
            case TERMINATED -> "终结执行";
            case CANCELLED -> "销案";
            case ENFORCEMENT_REFUSED -> "不予执行";
            case APPLICATION_DISMISSED -> "驳回申请";
        };
    }

    static String of(AssetKind kind) {
        return switch (kind) {
            case DEPOSIT -> "银行存款";
            case VEHICLE -> "机动车";
            case REAL_ESTATE -> "不动产";
            case SECURITY -> "证券";
            case PAYMENT_ACCOUNT -> "网络支付账户";
        };
    }

    static String of(Payment.Way way) {
        return switch (way) {
            case CASE_ACCOUNT -> "汇入法院案款账户";
            case DIRECT -> "当事人之间直接给付";
        };
    }

    static String ground(String notCounted) {
        return switch (notCounted) {
            case "PUBLIC_NOTICE" -> "公告";
            case "APPRAISAL" -> "鉴定评估";
            case "AUCTION" -> "拍卖变卖";
            case "JURISDICTION_DISPUTE" -> "管辖争议处理";
            case "COORDINATION" -> "执行争议协调";
            case "DEFERRAL" -> "暂缓执行";
            case "SUSPENSION" -> "中止执行";
            case "SETTLEMENT_DEFERRAL" -> "和解或者担保暂缓";
            default -> notCounted;
        };
    }

    static String idType(String type) {
        return switch (type) {
            case "ID_CARD" -> "居民身份证";
            case "CREDIT_CODE" -> "统一社会信用代码";
            case "PASSPORT" -> "护照";
            case "HK_MACAO_PERMIT" -> "港澳居民来往内地通行证";
            case "TAIWAN_PERMIT" -> "台湾居民来往大陆通行证";
            case "FOREIGN" -> "境外证件";
            case "OTHER" -> "其他证件";
            default -> type;
        };
    }

    static String institution(String id) {
        return switch (id) {
            case "bank" -> "银行";
            case "vehicle-registry" -> "车辆管理机构";
            case "real-estate-registry" -> "不动产登记机构";
            case "securities" -> "证券登记机构";
            case "internet-payment" -> "网络支付机构";
            default -> id;
        };
    }
}
