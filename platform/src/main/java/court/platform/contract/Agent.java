package court.platform.contract;

import court.platform.json.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who acts for parties by a letter of authority 委托代理人.
 *
 * @param represents party ids, all on one side
 * @param powers what the letter allows besides appearing (rule RF7); empty means general authority 一般代理
 * @param firm law firm or employer
 * @param licence number of the practising certificate 执业证号, lawyers only
 */
public record Agent(
        String agentId,
        Kind kind,
        List<Power> powers,
        List<String> represents,
        Secret name,
        String idType,
        Secret idNumber,
        String personKey,
        Secret phone,
        @Nullable Secret firm,
        @Nullable String licence) {

    /** Who may be an agent (Civil Procedure Law art. 61). */
    public enum Kind {
        /** 律师 */
        LAWYER,
        /** 基层法律服务工作者 */
        LEGAL_WORKER,
        /** 近亲属 */
        RELATIVE,
        /** 当事人的工作人员 */
        EMPLOYEE,
        /** 社区、单位或社会团体推荐的公民 */
        RECOMMENDED
    }

    /** What needs special authority 特别授权 (Civil Procedure Law art. 62, rule RF7). */
    public enum Power {
        /** 放弃权利 */
        WAIVE,
        /** 变更请求 */
        CHANGE_CLAIM,
        /** 和解 */
        SETTLE,
        /** 代为收款 */
        COLLECT
    }

    public boolean may(Power power) {
        return powers.contains(power);
    }
}
