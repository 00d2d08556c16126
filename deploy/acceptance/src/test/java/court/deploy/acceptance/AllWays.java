package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** All that somebody can read, by each way there is. */
final class AllWays {

    private AllWays() {}

    /** The same stream by all ways there are. */
    static Map<String, String> streams(CourtCase room, Supplier<String> reader) {
        List<JsonNode> byRest = room.stream(reader.get());
        return Map.of(
                "REST", byRest.toString(),
                "SSE", bySse(room, reader, byRest.size()).toString(),
                "socket", bySocket(room, reader, byRest.size()).toString());
    }

    private static List<JsonNode> bySse(CourtCase room, Supplier<String> reader, int many) {
        try (Follower follower = Follower.of(room, reader)) {
            await().atMost(CourtCase.SOON).until(() -> follower.ids().size() >= many);
            return follower.seen();
        }
    }

    private static List<JsonNode> bySocket(CourtCase room, Supplier<String> reader, int many) {
        try (RoomSocket socket = RoomSocket.silent(room, reader)) {
            await().atMost(CourtCase.SOON).until(() -> socket.seen.size() >= many);
            return List.copyOf(socket.seen);
        }
    }

    /** The answer, all pages of it when it is a list; a refusal too may say nothing. */
    static String everything(String token, String path) {
        StringBuilder all = new StringBuilder();
        String from = path;
        while (!from.isEmpty()) {
            Answer page = HTTP.get(token, from);
            all.append(page.body());
            String next = page.isOk() && page.body().startsWith("{") ? page.text("nextCursor") : "";
            String cursor = path.contains("/messages") ? "after" : "cursor";
            from = next.isEmpty() ? "" : path + (path.contains("?") ? "&" : "?") + cursor + "=" + next;
        }
        return all.toString();
    }
}
