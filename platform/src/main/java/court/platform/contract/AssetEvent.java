package court.platform.contract;

import court.platform.json.Secret;
import court.platform.model.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the asset query service tells 财产查控: topic {@code court.asset.v1}. All of it is for the court alone (rule A6): nobody
 * is warned before the property is secured.
 */
public sealed interface AssetEvent extends CourtEvent {

    /** Who asks an institution: only officers registered beforehand may (rule RP4). Permits 工作证 and 公务证 by number. */
    record Officer(String staffId, String workPermit, String officialPermit) {}

    /** Kinds of property, each with its longest term (rule RP1). */
    enum AssetKind {
        /** 银行存款 */
        DEPOSIT,
        /** 机动车 */
        VEHICLE,
        /** 不动产 */
        REAL_ESTATE,
        /** 证券 */
        SECURITY,
        /** 网络支付账户 */
        PAYMENT_ACCOUNT
    }

    /** One freeze that others hold already, the first in rank first. */
    record PriorFreeze(String court, Money amount, LocalDate until) {}

    /**
     * One thing an institution knows of the respondent.
     *
     * @param assetId how the institution calls it; unique there
     * @param description account, plate or title number
     * @param balance what it is worth or holds, where it is money
     * @param available what of it can still be frozen
     * @param exemption why it may not be seized at all (rule RP7)
     */
    record Asset(
            String assetId,
            AssetKind kind,
            Secret description,
            @Nullable Money balance,
            @Nullable Money available,
            List<PriorFreeze> priorFreezes,
            @Nullable String exemption) {}

    /**
     * Institutions are asked about a respondent 发起查询.
     *
     * @param standing under the judge's standing instruction, by itself; else because the judge said so
     */
    record AssetQueryStarted(
            String queryId, String respondentId, List<String> institutions, Officer officer, boolean standing)
            implements AssetEvent {}

    /**
     * One institution answered 查询反馈; no assets means that it has found none, which is a result too (rule RP5).
     *
     * @param requestNumber the request's own number, the same whenever it is repeated
     */
    record AssetQueryAnswered(
            String queryId, String requestNumber, String respondentId, String institution, List<Asset> assets)
            implements AssetEvent {}

    /**
     * An answer was thrown away because it cannot be trusted; the request stays open.
     *
     * @param reason a stable code, such as {@code SIGNATURE}
     */
    record InstitutionReplyRefused(String requestNumber, String institution, String reason) implements AssetEvent {}

    /**
     * The ruling and the assistance notice that freezes rest on 裁定书、协助执行通知书 (rule RP8); both stand in the fact's list of
     * files under these ids.
     *
     * @param limit freezes under this ruling stay within it
     */
    record RulingRegistered(
            String rulingId, String number, String respondentId, Money limit, String rulingFileId, String noticeFileId)
            implements AssetEvent {}

    /** An institution was told to freeze 冻结; what became of it follows. */
    record FreezeOrdered(
            String freezeId,
            String requestNumber,
            String rulingId,
            String respondentId,
            String institution,
            String assetId,
            AssetKind assetKind,
            Money amount,
            LocalDate until,
            Officer officer)
            implements AssetEvent {}

    /**
     * The institution has frozen it.
     *
     * @param amount what is held, at most what was ordered
     * @param until last day of the term, Asia/Shanghai (rule RP1)
     */
    record AssetFrozen(String freezeId, String requestNumber, Money amount, LocalDate from, LocalDate until)
            implements AssetEvent {}

    /** The institution has not frozen it, and says why. */
    record FreezeRefused(String freezeId, String requestNumber, String reason) implements AssetEvent {}

    /** An institution was told to lift a freeze 解除冻结. */
    record UnfreezeOrdered(String freezeId, String requestNumber, String reason, Officer officer)
            implements AssetEvent {}

    /** The freeze is lifted. */
    record AssetUnfrozen(String freezeId, String requestNumber, Money amount) implements AssetEvent {}

    /** The institution has not lifted it, and says why; the freeze stands. */
    record UnfreezeRefused(String freezeId, String requestNumber, String reason) implements AssetEvent {}
}
