package court.deploy.simulators.institution;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An institution's books: what people have, what is frozen, and every request with its first result. */
record Book(List<Asset> assets, List<Held> freezes, List<Handled> handled) {

    /**
     * What this institution holds frozen for a court.
     *
     * @param amount what is left of it; zero when all of it is lifted
     */
    record Held(
            String requestNumber,
            String assetId,
            String court,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
            LocalDate from,
            LocalDate until) {

        Held minus(BigDecimal lifted) {
            return new Held(requestNumber, assetId, court, amount.subtract(lifted), from, until);
        }
    }

    Optional<Handled> handled(String requestNumber) {
        return handled.stream()
                .filter(it -> it.requestNumber().equals(requestNumber))
                .findFirst();
    }

    Optional<Asset> asset(String assetId) {
        return assets.stream().filter(it -> it.assetId().equals(assetId)).findFirst();
    }

    List<Asset> of(CourtRequest.Subject subject) {
        return assets.stream().filter(it -> it.owner().is(subject)).toList();
    }

    Optional<Held> freeze(String requestNumber) {
        return freezes.stream()
                .filter(it -> it.requestNumber().equals(requestNumber))
                .findFirst();
    }

    /** What is still frozen of it. */
    List<Held> freezesOf(String assetId) {
        return freezes.stream()
                .filter(it -> it.assetId().equals(assetId) && it.amount().signum() > 0)
                .toList();
    }

    Book freeze(Held held) {
        Book lower = change(held.assetId(), asset -> asset.plus(held.amount().negate()));
        return new Book(lower.assets, plus(freezes, held), handled);
    }

    Book lift(Held held, BigDecimal amount) {
        Book higher = change(held.assetId(), asset -> asset.plus(amount));
        List<Held> left = freezes.stream()
                .map(it -> it.equals(held) ? it.minus(amount) : it)
                .toList();
        return new Book(higher.assets, left, handled);
    }

    Book with(Handled request) {
        return new Book(assets, freezes, plus(handled, request));
    }

    /** With a thing more in it, or another in the place of the one called the same. */
    Book with(Asset asset) {
        return asset(asset.assetId()).isPresent()
                ? change(asset.assetId(), before -> asset)
                : new Book(plus(assets, asset), freezes, handled);
    }

    private Book change(String assetId, UnaryOperator<Asset> change) {
        List<Asset> after = assets.stream()
                .map(it -> it.assetId().equals(assetId) ? change.apply(it) : it)
                .toList();
        return new Book(after, freezes, handled);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
