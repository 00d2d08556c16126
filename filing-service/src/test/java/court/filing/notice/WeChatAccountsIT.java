package court.filing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.files.FileSteps;
import court.platform.json.Secret;
import court.platform.outbox.PlatformDatabase;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.vault.AccountSeal;
import court.platform.vault.KeyPort;
import court.platform.vault.LocalKeyPort;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;

/** By which WeChat account somebody is prompted. */
class WeChatAccountsIT {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final PlatformDatabase DATABASE = PlatformDatabase.ofService(4);

    @TempDir
    Path folder;

    private KeyPort keys;
    private WeChatAccounts accounts;

    @BeforeEach
    void start() {
        keys = new LocalKeyPort(folder, new FileSteps());
        accounts = new WeChatAccounts(DATABASE.client, keys, Schedulers.boundedElastic());
    }

    private void acts(String person, @Nullable String openid, Instant at) {
        Actor party = new Actor("account-" + person, Set.of(Role.PARTY), null, person);
        Actor actor = openid == null ? party : party.through(new AccountSeal(keys).close(openid));
        DATABASE.unit()
                .run(() -> accounts.remember(List.of(actor), at).thenReturn(true))
                .block();
    }

    private @Nullable String of(String... persons) {
        Concerned somebody = new Concerned("p1", "贵单位", List.of(persons), null);
        return accounts.of(List.of(somebody))
                .mapNotNull(found -> found.get(somebody))
                .map(Secret::reveal)
                .block();
    }

    @Test
    void ofAllWhoMayActTheOneSeenLastIsPrompted() {
        acts("representative", "openid-1", NOON);
        acts("handler", "openid-2", NOON.plusSeconds(60));

        assertThat(of("representative", "handler")).isEqualTo("openid-2");

        acts("representative", "openid-3", NOON.plusSeconds(120));
        assertThat(of("representative", "handler")).isEqualTo("openid-3");
        assertThat(of("somebody-else")).isNull();
    }

    @Test
    void whoActsOtherwiseKeepsTheirAccount() {
        acts("both-ways", "openid-4", NOON);
        acts("both-ways", null, NOON.plusSeconds(60));

        assertThat(of("both-ways")).isEqualTo("openid-4");
    }
}
