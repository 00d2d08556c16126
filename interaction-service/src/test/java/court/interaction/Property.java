package court.interaction;

import court.platform.contract.AssetEvent;
import court.platform.contract.AssetEvent.Asset;
import court.platform.contract.AssetEvent.AssetKind;
import court.platform.contract.AssetEvent.Officer;
import court.platform.contract.DossierEvent;
import court.platform.contract.DossierEvent.Cut;
import court.platform.contract.DossierEvent.DossierReceived;
import court.platform.contract.DossierEvent.DossierSealed;
import court.platform.json.Secret;
import court.platform.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Facts of property and dossier for tests. */
public final class Property {

    /** An account number that must never be seen in the room. */
    public static final String ACCOUNT = "6222020000000000123";

    private static final Officer OFFICER = new Officer("judge-1", "gz-1", "gw-1");
    private static final LocalDate FROM = LocalDate.of(2026, 3, 2);

    private Property() {}

    public static AssetEvent started() {
        return new AssetEvent.AssetQueryStarted("q1", "r1", List.of("bank", "vehicle-registry"), OFFICER, true);
    }

    public static AssetEvent found() {
        Asset deposit = new Asset(
                "d1",
                AssetKind.DEPOSIT,
                new Secret("r1", ACCOUNT),
                Money.of("5000"),
                Money.of("5000"),
                List.of(),
                null);
        return new AssetEvent.AssetQueryAnswered("q1", "n1", "r1", "bank", List.of(deposit));
    }

    public static AssetEvent nothingFound() {
        return new AssetEvent.AssetQueryAnswered("q1", "n2", "r1", "vehicle-registry", List.of());
    }

    public static AssetEvent ordered(String freezeId) {
        return new AssetEvent.FreezeOrdered(
                freezeId,
                freezeId + "-n",
                "ruling",
                "r1",
                "bank",
                "d1",
                AssetKind.DEPOSIT,
                Money.of("1000"),
                FROM.plusYears(1),
                OFFICER);
    }

    public static AssetEvent frozen(String freezeId) {
        return frozen(freezeId, LocalDate.of(2999, 1, 1));
    }

    public static AssetEvent frozen(String freezeId, LocalDate until) {
        return new AssetEvent.AssetFrozen(freezeId, freezeId + "-n", Money.of("1000"), FROM, until);
    }

    public static AssetEvent refused(String freezeId) {
        return new AssetEvent.FreezeRefused(freezeId, freezeId + "-n", "余额不足");
    }

    public static AssetEvent lifting(String freezeId) {
        return new AssetEvent.UnfreezeOrdered(freezeId, freezeId + "-u", "已履行", OFFICER);
    }

    public static AssetEvent notLifted(String freezeId) {
        return new AssetEvent.UnfreezeRefused(freezeId, freezeId + "-u", "系统维护");
    }

    public static AssetEvent lifted(String freezeId) {
        return new AssetEvent.AssetUnfrozen(freezeId, freezeId + "-u", Money.of("1000"));
    }

    public static DossierEvent sealed() {
        return new DossierSealed("p1", 0, List.of(new Cut("filing", 3)), "f1", "f2", "seal", 12);
    }

    public static DossierEvent received() {
        return new DossierReceived("p1", 1, Instant.parse("2026-03-05T01:00:00Z"), "intranet");
    }
}
