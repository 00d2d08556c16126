package court.asset.institution;

import court.platform.contract.AssetEvent.AssetKind;
import java.util.Set;

/**
 * An institution that holds property 协助执行单位, as the registry lists it.
 *
 * @param kinds of property it may report; anything else in its answer is not believed
 * @param address base address
 * @param key its raw Ed25519 public key (RFC 8032 §5.1.5), Base64
 */
public record Institution(String id, String name, Set<AssetKind> kinds, String address, String key) {

    public Institution {
        kinds = Set.copyOf(kinds);
    }
}
