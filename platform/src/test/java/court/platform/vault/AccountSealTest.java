package court.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.files.FileSteps;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountSealTest {

    @Test
    void onlyThePlatformsKeyOpensIt(@TempDir Path ours, @TempDir Path others) {
        AccountSeal seal = new AccountSeal(new LocalKeyPort(ours, new FileSteps()));

        String sealed = seal.close("oAccount");

        assertThat(sealed).doesNotContain("oAccount");
        assertThat(seal.open(sealed)).isEqualTo("oAccount");
        AccountSeal foreign = new AccountSeal(new LocalKeyPort(others, new FileSteps()));
        assertThatThrownBy(() -> foreign.open(sealed)).isInstanceOf(SealBroken.class);
    }
}
