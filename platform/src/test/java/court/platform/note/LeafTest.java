package court.platform.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.model.Digests;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LeafTest {

    private static final Digests DIGESTS = new Digests("ab".repeat(32), "cd".repeat(32));

    @Test
    void aLeafIsWrittenInOneWayOnly() {
        Leaf leaf = new Leaf("AAECAwQFBgcICQoLDA0ODw", DIGESTS);

        assertThat(leaf.json())
                .isEqualTo("{\"id\":\"AAECAwQFBgcICQoLDA0ODw\",\"sha256\":\"" + "ab".repeat(32) + "\",\"sm3\":\""
                        + "cd".repeat(32) + "\",\"v\":1}");
        // computed with Python's hashlib over 0x00 and these bytes
        assertThat(leaf.hash()).hasToString("ebb6df66db57dd36c1bd0c07966a94a5d47b28ef92ff9df6dbada28368b59f82");
    }

    @Test
    void aLeafTellsNeitherCaseNorKindNorTime() {
        var fields = new JsonMapper().readTree(Leaf.of(DIGESTS).json()).propertyNames();

        assertThat(fields).containsExactlyInAnyOrder("v", "id", "sha256", "sm3");
    }

    @Test
    void theSameDigestsTwiceAreTwoLeavesThatNobodyCanTellToBeTheSame() {
        Set<String> ids = new HashSet<>();

        for (int i = 0; i < 1000; i++) {
            ids.add(Leaf.of(DIGESTS).id());
        }

        assertThat(ids).hasSize(1000).allMatch(id -> id.length() == 22);
    }

    @Test
    void anIdThatWouldNeedEscapingIsRefused() {
        assertThatThrownBy(() -> new Leaf("\"AECAwQFBgcICQoLDA0ODw", DIGESTS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
