package court.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.agent.Sender.Sent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent is killed at every single step of a run, on the disk and on the line, and started again. */
class StepFailureTest {

    private static final int MOST_STEPS = 2000;

    @TempDir
    Path folder;

    private Sender sender;
    private List<Sent> mail;

    @BeforeEach
    void twoPackagesOneOfThemDamaged() {
        sender = new Sender(folder.resolve("sender"));
        Sent damaged = sender.send(sender.sample(UUID.randomUUID(), 0, 1, 1));
        Sent right = sender.send(sender.sample(UUID.randomUUID(), 0, 1, 1));
        byte[] content = damaged.content().clone();
        content[content.length / 2] ^= 1;
        mail = List.of(damaged.with(content), right);
    }

    @Test
    void whereverItIsKilledTheEndIsTheSame() throws IOException {
        Fuse counting = Fuse.never();
        Line whole = line().with(counting);
        Path calm = folder.resolve("calm");
        Agent.courier(calm, sender, new FusedSteps(counting), whole).round();
        Map<String, String> expected = Agent.kept(calm);
        assertThat(whole.answers()).hasSize(2);
        assertThat(counting.steps()).isBetween(100L, (long) MOST_STEPS);

        for (long step = 1; step <= counting.steps(); step++) {
            Path data = folder.resolve("killed-" + step);
            Line line = line();
            killedAt(step, data, line);

            Agent.courier(data, sender, new FusedSteps(Fuse.never()), line.with(Fuse.never()))
                    .round();

            assertThat(line.answers()).as("killed at %d", step).isEqualTo(whole.answers());
            assertThat(Agent.kept(data)).as("killed at %d", step).isEqualTo(expected);
        }
    }

    private void killedAt(long step, Path data, Line line) {
        Fuse fuse = new Fuse(step);
        try {
            Agent.courier(data, sender, new FusedSteps(fuse), line.with(fuse)).round();
        } catch (IOException killed) {
            assertThat(killed).hasMessageContaining("killed at step " + step);
        }
    }

    private Line line() {
        return new Line(sender).lay(mail.toArray(Sent[]::new));
    }
}
