package court.deploy.simulators.institution;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * One institution that assists in enforcement 协助执行单位: its books, its key, and what the script makes it do. Books outlive the
 * process; the script does not, after a restart all is normal.
 */
final class Institution {

    private final Profile profile;
    private final InstitutionKey key;
    private final BookFile file;
    private final Counter counter;
    private final Clock clock;
    private Book book;
    private Script script = Script.NORMAL;

    private Institution(Profile profile, InstitutionKey key, BookFile file, Counter counter, Clock clock) {
        this.profile = profile;
        this.key = key;
        this.file = file;
        this.counter = counter;
        this.clock = clock;
        this.book = file.read().orElseGet(() -> new Book(profile.assets(), List.of(), List.of()));
    }

    /**
     * An institution as it is set up.
     *
     * @param assets its books at the first start
     */
    record Profile(String id, String name, List<String> kinds, List<Asset> assets) {}

    static Institution open(Profile profile, Path folder, JsonMapper json, Clock clock) {
        InstitutionKey key = InstitutionKey.read(folder.resolve(profile.id() + ".pem"));
        BookFile file = new BookFile(folder, profile.id() + ".json", json);
        return new Institution(profile, key, file, new Counter(profile.id(), json), clock);
    }

    Profile profile() {
        return profile;
    }

    String sign(byte[] body) {
        return key.sign(body);
    }

    Instant now() {
        return clock.instant();
    }

    synchronized Book book() {
        return book;
    }

    synchronized Script script() {
        return script;
    }

    synchronized void play(Script next) {
        script = next;
    }

    /** What is played for the request that has just come. */
    synchronized Script next(boolean lookingUp) {
        Script now = script;
        if (lookingUp && !now.behaviour().concernsLookingUp()) {
            return Script.NORMAL;
        }
        script = now.afterOne();
        return now;
    }

    /** Carries out a request once; the same one again gives the first result. */
    synchronized Handled take(CourtRequest request, String kind, String sha256, int lateMillis) {
        Optional<Handled> before = book.handled(request.requestNumber());
        if (before.isPresent()) {
            return first(before.get(), kind, sha256);
        }
        Instant now = clock.instant();
        Counter.Done done = counter.carryOut(book, request, now);
        Handled handled = new Handled(
                request.requestNumber(),
                kind,
                request.caseNumber(),
                request.officer().staffId(),
                sha256,
                done.reply(),
                now,
                now.plusMillis(lateMillis));
        keep(done.book().with(handled));
        return handled;
    }

    private static Handled first(Handled before, String kind, String sha256) {
        if (!before.kind().equals(kind) || !before.sha256().equals(sha256)) {
            throw InstitutionRefusal.REQUEST_NUMBER_REUSED.because();
        }
        return before;
    }

    /** Writes a thing into the books, in place of the one called the same, unless something of that is frozen. */
    synchronized void enter(Asset asset) {
        if (!profile.kinds().contains(asset.kind())) {
            throw InstitutionRefusal.ASSET_KIND.because();
        }
        if (!book.freezesOf(asset.assetId()).isEmpty()) {
            throw InstitutionRefusal.ASSET_FROZEN.because();
        }
        keep(book.with(asset));
    }

    private void keep(Book next) {
        file.write(next);
        book = next;
    }
}
