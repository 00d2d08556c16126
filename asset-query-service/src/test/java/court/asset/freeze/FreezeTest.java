package court.asset.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.asset.freeze.Freeze.Frozen;
import court.asset.freeze.Freeze.Hold;
import court.asset.freeze.Freeze.Ordered;
import court.asset.freeze.Freeze.Releasing;
import court.asset.freeze.FreezeOrder.Wish;
import court.asset.matter.Limit;
import court.asset.matter.Matter;
import court.asset.matter.Matter.CaseFile;
import court.asset.matter.Matter.Respondent;
import court.asset.matter.MatterRefusal;
import court.asset.matter.Matters;
import court.asset.ruling.Ruling;
import court.asset.ruling.Rulings;
import court.platform.contract.AssetEvent.Asset;
import court.platform.contract.AssetEvent.AssetFrozen;
import court.platform.contract.AssetEvent.AssetKind;
import court.platform.contract.AssetEvent.AssetUnfrozen;
import court.platform.contract.AssetEvent.FreezeOrdered;
import court.platform.contract.AssetEvent.FreezeRefused;
import court.platform.contract.AssetEvent.Officer;
import court.platform.contract.AssetEvent.UnfreezeOrdered;
import court.platform.contract.AssetEvent.UnfreezeRefused;
import court.platform.contract.Change;
import court.platform.contract.FileRef;
import court.platform.json.SealedJson;
import court.platform.json.Secret;
import court.platform.model.Money;
import court.platform.support.TestJson;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreezeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final LocalDate UNTIL = LocalDate.of(2027, 3, 2);
    private static final Officer OFFICER = new Officer("judge-1", "w", "o");
    private static final Hold HOLD = new Hold(Money.of("60.00"), LocalDate.of(2026, 3, 2), UNTIL);
    private static final UUID CASE = new UUID(0, 1);

    private static Matter open() {
        Respondent respondent = new Respondent("r1", new Secret("r1", "n"), "ID_CARD", new Secret("r1", "i"));
        return new Matter.Led(CASE, new CaseFile("（2026）沪0117执1号", "沪0117", List.of(respondent)), "judge-1");
    }

    private static Limit limit(String most, String reserved) {
        return new Limit(new BigDecimal(most), new BigDecimal(reserved));
    }

    private static FreezeOrder order(Matter matter, Limit cap, Limit ruling, String amount, @Nullable String exempt) {
        FileRef file = new FileRef("f", "application/pdf", 1, "aa", "bb");
        Ruling.Paper paper = new Ruling.Paper(file, new Secret("c", "a.pdf"));
        return new FreezeOrder(
                new Matters.Stored(matter, cap),
                new Rulings.Stored(
                        new Ruling(new UUID(0, 2), CASE, "1", "r1", Money.of("100.00"), paper, paper, NOW), ruling),
                new Asset("a", AssetKind.DEPOSIT, new Secret("r1", "d"), null, null, List.of(), exempt),
                new Wish("bank", Money.of(amount), UNTIL, OFFICER));
    }

    private static Ordered ordered() {
        return (Ordered) order(open(), limit("1000.00", "0.00"), limit("100.00", "0.00"), "100.00", null)
                .decide(NOW)
                .next();
    }

    /** RP2 */
    @Test
    void aFreezeStaysWithinClaimAndRuling() {
        Change<Freeze> fits = order(open(), limit("150.00", "50.00"), limit("100.00", "0.00"), "100.00", null)
                .decide(NOW);

        assertThat(fits.next().held()).isEqualTo(Money.of("100.00"));
        assertThat(fits.facts()).singleElement().satisfies(fact -> {
            assertThat(fact.event()).isInstanceOf(FreezeOrdered.class);
            assertThat(fact.audience()).isEmpty();
        });
        assertThatThrownBy(() -> order(open(), limit("150.00", "50.01"), limit("100.00", "0.00"), "100.00", null)
                        .decide(NOW))
                .hasMessage(FreezeRefusal.ABOVE_CLAIM.because("99.99").detail());
        assertThatThrownBy(() -> order(open(), limit("150.00", "50.00"), limit("100.00", "0.01"), "100.00", null)
                        .decide(NOW))
                .hasMessage(FreezeRefusal.ABOVE_RULING.because("99.99").detail());
        assertThatThrownBy(() -> order(open(), limit("0.00", "0.00"), limit("100.00", "0.00"), "1.00", null)
                        .decide(NOW))
                .hasMessage(FreezeRefusal.NO_MONEY_CLAIM.detail());
    }

    /** RP7 */
    @Test
    void exemptPropertyIsNotFrozen() {
        assertThatThrownBy(() -> order(open(), limit("1000.00", "0.00"), limit("100.00", "0.00"), "1.00", "农民工工资专户")
                        .decide(NOW))
                .hasMessageContaining("农民工工资专户");
    }

    @Test
    void nothingIsFrozenAfterClosing() {
        assertThatThrownBy(() -> order(open().close(), limit("1000.00", "0.00"), limit("100.00", "0.00"), "1.00", null)
                        .decide(NOW))
                .hasMessage(MatterRefusal.CLOSED.detail());
    }

    @Test
    void whatItCountsFollowsFromItsState() {
        Frozen frozen = (Frozen) ordered().frozen(HOLD).next();
        Releasing releasing = (Releasing) frozen.release("u", "reason", OFFICER).next();

        assertThat(ordered().held()).isEqualTo(Money.of("100.00"));
        assertThat(frozen.held()).isEqualTo(Money.of("60.00"));
        assertThat(releasing.held()).isEqualTo(Money.of("60.00"));
        assertThat(releasing.unfrozen(Money.of("60.00")).next().held()).isEqualTo(Freeze.NOTHING);
        assertThat(releasing.kept("no").next()).isEqualTo(frozen);
        assertThat(ordered().refused("no").next().held()).isEqualTo(Freeze.NOTHING);
    }

    @Test
    void eachStepTellsItsFact() {
        Frozen frozen = (Frozen) ordered().frozen(HOLD).next();
        Releasing releasing = (Releasing) frozen.release("u", "reason", OFFICER).next();

        assertThat(List.of(
                        ordered().frozen(HOLD),
                        ordered().refused("no"),
                        frozen.release("u", "reason", OFFICER),
                        releasing.unfrozen(Money.of("60.00")),
                        releasing.kept("no")))
                .flatExtracting(Change::facts)
                .allSatisfy(fact -> assertThat(fact.audience()).isEmpty())
                .<Class<?>>extracting(fact -> fact.event().getClass())
                .containsExactly(
                        AssetFrozen.class,
                        FreezeRefused.class,
                        UnfreezeOrdered.class,
                        AssetUnfrozen.class,
                        UnfreezeRefused.class);
    }

    @Test
    void everyStateSurvivesStorage(@TempDir Path keys) {
        SealedJson json = TestJson.sealed(keys);
        Frozen frozen = (Frozen) ordered().frozen(HOLD).next();
        Releasing releasing = (Releasing) frozen.release("u", "reason", OFFICER).next();
        List<Freeze> states = List.of(
                ordered(),
                frozen,
                releasing,
                releasing.unfrozen(Money.of("60.00")).next(),
                ordered().refused("no").next());

        assertThat(states.stream().map(Object::getClass)).contains(Freeze.class.getPermittedSubclasses());
        assertThat(states)
                .allSatisfy(
                        freeze -> assertThat(json.read(json.write(freeze, CASE, "place"), Freeze.class, CASE, "place"))
                                .isEqualTo(freeze));
        assertThat(json.write(releasing, CASE, "place"))
                .contains("\"state\":\"Releasing\"", "\"hold\":{\"amount\":\"60.00\"", "\"requestNumber\":\"u\"")
                .contains("\"order\":{\"freezeId\":");
    }
}
