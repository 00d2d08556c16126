package court.platform.contract;

import court.platform.json.Secret;
import court.platform.model.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be enforced 执行请求 (Civil Procedure Law arts 262, 263).
 *
 * @param amount all of it on the day of the application, for {@link Kind#MONEY} only
 * @param money what the amount is made of
 * @param act for {@link Kind#ACT} only
 */
public record Claim(
        Kind kind,
        @Nullable Money amount,
        Secret description,
        @Nullable Sum money,
        @Nullable Act act) {

    public Claim(Kind kind, @Nullable Money amount, Secret description) {
        this(kind, amount, description, null, null);
    }

    /** What a money claim is made of: principal 本金, interest 利息, costs 费用 (in CNY). */
    public record Sum(
            Money principal,
            @Nullable Interest interest,
            @Nullable Money costs) {}

    /**
     * Interest as the basis fixes it: either an amount, or a formula that goes on running.
     *
     * @param amount on the day of the application
     */
    public record Interest(Money amount, @Nullable Formula formula) {}

    /**
     * Simple interest on a base.
     *
     * @param yearlyPercent decimal such as "3.65"; a day is a 365th of the year
     * @param from first day that counts
     * @param until last day that counts; null means until performance 至实际清偿之日
     */
    public record Formula(
            Money base,
            String yearlyPercent,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** What kind of act is asked for (Civil Procedure Law arts 261 to 263). */
    public enum Act {
        /** 办理产权过户 */
        TRANSFER_OF_TITLE,
        /** 迁出房屋、退出土地 */
        EVICTION,
        /** 停止侵害、排除妨碍 */
        CEASE,
        /** 赔礼道歉、恢复名誉 */
        APOLOGY,
        /** 探望、抚养 */
        CUSTODY,
        /** 其他行为 */
        OTHER
    }

    /** The three kinds of claim (rule RF9). */
    public enum Kind {
        /** 给付金钱 */
        MONEY,
        /** 交付财物 */
        THING,
        /** 完成行为, such as the transfer of title */
        ACT
    }
}
