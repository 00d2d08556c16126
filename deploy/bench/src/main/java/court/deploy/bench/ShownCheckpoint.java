package court.deploy.bench;

import court.deploy.bench.KeptConnection.Answer;
import court.deploy.bench.KeptConnection.Request;
import court.deploy.local.Failure;
import java.io.IOException;
import java.util.Map;

/** The newest checkpoint as the world sees it. */
final class ShownCheckpoint implements AutoCloseable {

    private final KeptConnection connection;

    ShownCheckpoint(int port) throws IOException {
        connection = new KeptConnection(port);
    }

    /** How many leaves it is over (c2sp.org/tlog-checkpoint: the second line). */
    long size() throws IOException {
        Answer answer = connection.send(new Request("GET", "/api/v1/ledger/checkpoint", Map.of(), new byte[0]));
        if (answer.status() != 200) {
            throw new Failure("No checkpoint: " + answer.body());
        }
        return Long.parseLong(answer.body().split("\n", 3)[1]);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
