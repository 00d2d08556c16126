package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static org.awaitility.Awaitility.await;

import court.deploy.acceptance.Http.Sent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** People at work while something breaks: two rooms that talk, one counter where cases are filed, and rooms full of sockets. */
final class Traffic implements AutoCloseable {

    private static final Duration GOES_ON = Duration.ofSeconds(120);

    private static final int GATHERINGS = 20;

    final List<Talk> talks =
            Stream.generate(CourtCase::open).limit(2).map(Talk::new).toList();
    final List<Gathering> gatherings = IntStream.range(0, GATHERINGS)
            .parallel()
            .mapToObj(i -> new Gathering())
            .toList();
    final List<Filing> accepted = new CopyOnWriteArrayList<>();
    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<Thread> threads;
    private volatile boolean over;

    Traffic() {
        threads = Stream.concat(talks.stream().map(talk -> worker(talk::sayNext)), Stream.of(worker(this::fileNext)))
                .toList();
    }

    /** One room, one speaker, one message after the other; and somebody from the court who follows. */
    static final class Talk {

        final CourtCase room;
        final Follower follower;
        final List<Said> acknowledged = new CopyOnWriteArrayList<>();

        /** A message that the platform said it has. */
        record Said(String text, String messageId) {}

        private Talk(CourtCase room) {
            this.room = room;
            this.follower = Follower.of(room, room::judgeToken);
        }

        private void sayNext() {
            String text = "第" + (acknowledged.size() + 1) + "条 " + UUID.randomUUID();
            Sent command = Sent.of(room.applicant().token(), room.path("/messages"));
            Answer answer = Retrying.until(() -> HTTP.post(command, "{\"text\":\"%s\"}".formatted(text)))
                    .ok();
            acknowledged.add(new Said(text, answer.text("messageId")));
            Retrying.pause(250);
        }
    }

    private void fileNext() {
        Person applicant = Person.anybody("申请人甲");
        Person respondent = Person.anybody("被执行人乙");
        Sent opening = Sent.of(Retrying.until(() -> applicant.signIn()).ok().text("accessToken"), "/api/v1/filings");
        String form = Filing.form(applicant, respondent);
        Filing filing = new Filing(
                applicant,
                respondent,
                Retrying.until(() -> HTTP.post(opening, form)).ok());
        Sent attaching = filing.sent(opening.token(), "/materials");
        filing = filing.after(Retrying.until(() -> HTTP.upload(attaching, Papers.judgment())));
        Sent submitting = filing.sent(opening.token(), "/submission");
        filing = filing.after(Retrying.until(() -> HTTP.post(submitting, "")));
        Sent accepting = filing.sent(Platform.token(Filing.JUDGE), "/acceptance");
        accepted.add(filing.after(Retrying.until(() -> HTTP.post(accepting, ""))));
        Retrying.pause(1_000);
    }

    private Thread worker(Runnable once) {
        return Thread.ofVirtual().start(() -> {
            try {
                while (!over) {
                    once.run();
                }
            } catch (RuntimeException | AssertionError e) {
                failures.add(e);
            }
        });
    }

    /** Half of the respondents come now, the other half when something broke already, and then some agents too. */
    void release(int remainder) {
        IntStream.range(0, GATHERINGS)
                .filter(i -> i % 2 == remainder)
                .parallel()
                .forEach(i -> {
                    gatherings.get(i).release();
                    if (i % 4 == 1) {
                        gatherings.get(i).admitAgent();
                    }
                });
    }

    /** Waits until everybody has got further. */
    void awaitProgress() {
        List<Integer> before = progress();
        await("work goes on")
                .atMost(GOES_ON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (!failures.isEmpty()) {
                        throw new AssertionError("somebody gave up", failures.getFirst());
                    }
                    List<Integer> now = progress();
                    return now.get(0) > before.get(0)
                            && now.get(1) >= before.get(1) + GATHERINGS
                            && now.get(2) >= before.get(2) + 5
                            && now.get(3) >= before.get(3) + 5;
                });
    }

    private List<Integer> progress() {
        int posted = gatherings.stream().mapToInt(Gathering::said).sum();
        return Stream.concat(Stream.of(accepted.size(), posted), talks.stream().map(it -> it.acknowledged.size()))
                .toList();
    }

    /** Everybody finishes what they are at. */
    void finish() {
        over = true;
        gatherings.forEach(Gathering::fallSilent);
        for (Thread thread : threads) {
            try {
                thread.join(GOES_ON);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        finish();
        talks.forEach(talk -> talk.follower.close());
        gatherings.forEach(Gathering::close);
    }
}
