package court.deploy.bench;

import court.deploy.bench.KeptConnection.Answer;
import court.deploy.bench.KeptConnection.Request;
import court.deploy.bench.ServiceLife.Held;
import court.deploy.local.Failure;
import court.platform.files.FileSteps;
import court.platform.vault.LocalKeyPort;
import court.platform.vault.PersonKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rooms as they come to be: cases filed and accepted, judge, applicant and respondent in each. */
final class BenchRooms {

    private static final Duration OPENED = Duration.ofSeconds(60);
    private static final Pattern RESPONDENT = Pattern.compile("\"memberId\":\"([^\"]+)\",\"role\":\"RESPONDENT\"");
    private static final Pattern TICKET = Pattern.compile("\"ticket\":\"([^\"]+)\"");

    private final Servers servers;
    private final Tokens tokens;
    private final PersonKey personKey;

    BenchRooms(Servers servers, Tokens tokens) {
        this.servers = servers;
        this.tokens = tokens;
        this.personKey = new PersonKey(new LocalKeyPort(servers.folder().resolve("keys"), new FileSteps()));
    }

    /** One room; its people by their tokens: judge, applicant, respondent. */
    record BenchRoom(String id, List<String> people) {

        String path(String rest) {
            return "/api/v1/cases/" + id + rest;
        }
    }

    /** Files and accepts as many cases, waits for their rooms and lets the respondents in. */
    List<BenchRoom> open(int many, ServiceProcess filing, ServiceProcess interaction) throws Exception {
        List<BenchRoom> rooms = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            rooms.add(open(i, filing));
        }
        try (KeptConnection connection = new KeptConnection(interaction.port())) {
            for (BenchRoom room : rooms) {
                release(room, connection);
            }
        }
        return rooms;
    }

    private BenchRoom open(int number, ServiceProcess filing) throws Exception {
        String applicant = tokens.party(personKey.of("ID_CARD", Papers.idNumber(number)));
        String respondent = tokens.party(personKey.of("ID_CARD", Papers.idNumber(500 + number)));
        try (ServiceLife life = new ServiceLife(
                new KeptConnection(filing.port()),
                Papers.form(number, Papers.person(500 + number)),
                applicant,
                tokens.filingJudge(Papers.COURT))) {
            Held held = life.open();
            for (String kind : Papers.MATERIALS) {
                held = life.attach(held, ServiceLife.upload(kind, Papers.material()));
            }
            held = life.accept(life.submit(held));
            String judge = servers.filing()
                    .ask("select judge_id from assignment where open and case_id = '" + held.id() + "'");
            return new BenchRoom(held.id(), List.of(tokens.judge(judge, Papers.COURT), applicant, respondent));
        }
    }

    private void release(BenchRoom room, KeptConnection connection) throws Exception {
        long begun = System.nanoTime();
        Answer view = ask(connection, "GET", room.path("/room"), room.people().getFirst(), "");
        while (view.status() != 200) {
            if (System.nanoTime() - begun > OPENED.toNanos()) {
                throw new Failure("A room does not open: " + view.body());
            }
            Thread.sleep(50);
            view = ask(connection, "GET", room.path("/room"), room.people().getFirst(), "");
        }
        Matcher respondent = RESPONDENT.matcher(view.body());
        if (!respondent.find()) {
            throw new Failure("No respondent in " + view.body());
        }
        String path = room.path("/respondents/" + respondent.group(1) + "/release");
        String version = view.headers().getOrDefault("etag", "");
        must(ask(connection, "POST", path, room.people().getFirst(), version));
    }

    /** A socket of one of the room's people, the whole stream asked for. */
    static RoomLine join(BenchRoom room, int person, int port, KeptConnection tickets) throws IOException {
        Answer answer = must(
                ask(tickets, "POST", room.path("/socket-tickets"), room.people().get(person), ""));
        Matcher ticket = TICKET.matcher(answer.body());
        if (!ticket.find()) {
            throw new Failure("No ticket in " + answer.body());
        }
        RoomLine line = new RoomLine(port, room.path("/socket"), ticket.group(1));
        line.send("{\"type\":\"hello\",\"after\":0}");
        return line;
    }

    /** A message over HTTP. */
    static void post(BenchRoom room, int person, KeptConnection connection, String text) throws IOException {
        Map<String, String> headers = headers(room.people().get(person), "");
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        byte[] body = ("{\"text\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
        must(connection.send(new Request("POST", room.path("/messages"), headers, body)));
    }

    /** The same without a key, which is refused before anything is looked up. */
    static void postWithoutKey(BenchRoom room, int person, KeptConnection connection) throws IOException {
        byte[] body = "{\"text\":\"请尽快查封车辆\"}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = headers(room.people().get(person), "");
        Answer answer = connection.send(new Request("POST", room.path("/messages"), headers, body));
        if (answer.status() != 400) {
            throw new Failure("not refused: " + answer);
        }
    }

    private static Answer ask(KeptConnection connection, String method, String path, String token, String version)
            throws IOException {
        return connection.send(new Request(method, path, headers(token, version), new byte[0]));
    }

    private static Map<String, String> headers(String token, String version) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Authorization", "Bearer " + token);
        if (!version.isEmpty()) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
            headers.put("If-Match", version);
        }
        return headers;
    }

    private static Answer must(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new Failure("answered " + answer.status() + ": " + answer.body());
        }
        return answer;
    }
}
