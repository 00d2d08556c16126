package court.platform.contract;

import court.platform.json.Secret;
import court.platform.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to be enforced 执行请求 (Civil Procedure Law arts 262, 263).
 *
 * @param amount for {@link Kind#MONEY} only
 */
public record Claim(Kind kind, @Nullable Money amount, Secret description) {

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
