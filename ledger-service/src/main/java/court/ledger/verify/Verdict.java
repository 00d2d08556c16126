package court.ledger.verify;

import court.ledger.log.LeafProofs.Proven;
import court.ledger.log.LeafProofs.Told;
import court.ledger.log.Presumption;
import court.platform.model.Digests;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a judge reads of one file or digest (rule RE1).
 *
 * @param sentence Chinese; what was found and what follows from it, and what does not
 * @param sha256 of what was asked about
 * @param sm3 absent when only a digest was given
 * @param size in bytes; absent when only a digest was given
 * @param proof absent when it is not on the ledger
 * @param statement what the law presumes
 */
record Verdict(
        Result result,
        String sentence,
        String sha256,
        @Nullable String sm3,
        @Nullable Long size,
        @Nullable Told proof,
        String statement) {

    enum Result {
        /** 推定未经篡改 since it was entered */
        PRESUMED_UNTAMPERED,
        /** 账本中没有 */
        NOT_ON_LEDGER,
        /** 证明不成立: what the ledger has stored does not lead to what it signed */
        PROOF_BROKEN
    }

    private static final String PROVEN = "这份文件与账本第 %d 项逐字节一致，自%s记入账本之时起推定未经篡改；记入之前的真实性不在推定范围内。";
    private static final String UNKNOWN = "账本中没有这份文件：内容与提交时不同（哪怕一个字节），或从未提交，或刚刚提交尚未记入。请核对是否为原始文件。";
    private static final String EMPTY = "文件是空的（0 字节）。平台不收空文件，账本中不会有它，无从核验；请检查后重新选择文件。";
    private static final String BROKEN = "账本给出的证明与其签名的检查点不符，不能据此认定；请保留文件并告知法院。";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    /** What was asked about: bytes that were read, or a digest that somebody took. */
    record Asked(
            String sha256, @Nullable String sm3, @Nullable Long size) {

        static Asked of(Digests digests, long size) {
            return new Asked(digests.sha256(), digests.sm3(), size);
        }

        private boolean isAbout(Digests proven) {
            return sha256.equals(proven.sha256()) && (sm3 == null || sm3.equals(proven.sm3()));
        }
    }

    static Verdict of(Asked asked, Proven proven) {
        return proven.holds() && asked.isAbout(proven.digests())
                ? told(
                        Result.PRESUMED_UNTAMPERED,
                        PROVEN.formatted(proven.index() + 1, TIME.format(proven.enteredAt())),
                        asked,
                        proven)
                : told(Result.PROOF_BROKEN, BROKEN, asked, proven);
    }

    static Verdict unknown(Asked asked) {
        boolean empty = asked.size() != null && asked.size() == 0;
        return told(Result.NOT_ON_LEDGER, empty ? EMPTY : UNKNOWN, asked, null);
    }

    private static Verdict told(Result result, String sentence, Asked asked, @Nullable Proven proven) {
        return new Verdict(
                result,
                sentence,
                asked.sha256(),
                asked.sm3(),
                asked.size(),
                proven == null ? null : proven.told(),
                Presumption.STATEMENT);
    }
}
