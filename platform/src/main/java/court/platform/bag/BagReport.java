package court.platform.bag;

import java.util.List;

/**
 * What was found when a package was checked: every flaw, not only the first.
 *
 * @param packageId as the seal says; empty when the seal says nothing that can be trusted
 */
public record BagReport(String packageId, List<BagFlaw> flaws) {

    public boolean isWhole() {
        return flaws.isEmpty();
    }
}
