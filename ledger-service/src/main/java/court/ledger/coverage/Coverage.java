package court.ledger.coverage;

import court.platform.contract.OnChain;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 上链覆盖: item by item, the acts told as their speakers count them, and those of them that have a leaf.
 *
 * @param measuredAt acts told later are in no figure
 */
public record Coverage(Instant measuredAt, List<Row> rows) {

    /** How an item stands. */
    public enum Standing {
        /** 未建: nobody tells acts of it yet */
        NOT_BUILT,
        /** 尚无: could be told, and none was */
        NONE_YET,
        /** 全部在链 */
        COMPLETE,
        /** 在途: what is not on the ledger may still come */
        PENDING,
        /** 不符: something did not come though what was told after it did, or is here and nobody told it */
        WRONG
    }

    /**
     * One item of the list.
     *
     * @param spoken acts in the speakers' own tables
     * @param onLedger how many of them have a leaf
     * @param pending how many have none, and nothing told after them in the same case has one either
     * @param missing how many have none, though something told after them in the same case has
     * @param unknown leaves of such acts that no speaker says to have told
     * @param pendingSince when the oldest of those pending was told
     */
    public record Row(
            OnChain item,
            String title,
            Standing standing,
            long spoken,
            long onLedger,
            long pending,
            long missing,
            long unknown,
            @Nullable Instant pendingSince) {

        static Row of(OnChain item, Count count) {
            return new Row(
                    item,
                    item.title(),
                    standing(item, count),
                    count.spoken(),
                    count.spoken() - count.pending() - count.missing(),
                    count.pending(),
                    count.missing(),
                    count.unknown(),
                    count.pendingSince());
        }

        private static Standing standing(OnChain item, Count count) {
            if (count.missing() > 0 || count.unknown() > 0) {
                return Standing.WRONG;
            }
            if (count.pending() > 0) {
                return Standing.PENDING;
            }
            if (count.spoken() > 0) {
                return Standing.COMPLETE;
            }
            return item.isBuilt() ? Standing.NONE_YET : Standing.NOT_BUILT;
        }
    }
}
