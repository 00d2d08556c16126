package court.deploy.agent;

import court.deploy.agent.Report.Cause;
import court.deploy.agent.Report.Refusal;
import court.platform.bundle.Acknowledgement.Gap;
import court.platform.bundle.BundleNotes;
import court.platform.bundle.Delivery;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Looks at each note that was never seen before and lets through only the one that must come next. Remembers what it refused. */
final class Reception {

    private static final int MOST_REMEMBERED = 100;

    private final String court;
    private final NoteKey sender;
    private final Map<String, Refusal> refused = new LinkedHashMap<>();
    private final TreeSet<Long> ahead = new TreeSet<>();

    Reception(String court, NoteKey sender) {
        this.court = court;
        this.sender = sender;
    }

    /** The delivery when it is the next one; empty for anything else, which is refused. */
    Optional<Delivery> next(byte[] note, Progress progress, String source) {
        String sha256 = BundleNotes.sha256(note);
        try {
            Delivery delivery = BundleNotes.delivery(note, List.of(sender));
            return judge(delivery, sha256, progress, source);
        } catch (NoteRejected rejected) {
            refuse(new Refusal(Cause.BAD_SIGNATURE, null, sha256, source, String.valueOf(rejected.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<Delivery> judge(Delivery delivery, String sha256, Progress progress, String source) {
        long number = delivery.number();
        long next = progress.end().next();
        if (!delivery.court().equals(court)) {
            refuse(new Refusal(Cause.WRONG_COURT, number, sha256, source, "属于" + delivery.court()));
        } else if (number < next) {
            refuse(new Refusal(Cause.NUMBER_REUSED, number, sha256, source, "此编号已用于另一数据包"));
        } else if (number > next) {
            ahead.add(number);
            refuse(new Refusal(Cause.GAP, number, sha256, source, "第%d号尚未到达".formatted(next)));
        } else if (!progress.end().isFollowedBy(delivery)) {
            refuse(new Refusal(Cause.CHAIN_BROKEN, number, sha256, source, "没有接续上一数据包"));
        } else {
            refused.remove(sha256);
            return Optional.of(delivery);
        }
        return Optional.empty();
    }

    private void refuse(Refusal refusal) {
        refused.put(refusal.noteSha256(), refusal);
        if (refused.size() > MOST_REMEMBERED) {
            refused.remove(refused.keySet().iterator().next());
        }
    }

    /** Numbers that are missing below those seen. */
    List<Gap> gaps(Progress progress) {
        long awaited = progress.end().next();
        ahead.headSet(awaited, true).clear();
        List<Gap> gaps = new ArrayList<>();
        for (long seen : ahead) {
            if (seen > awaited) {
                gaps.add(new Gap(awaited, seen - 1));
            }
            awaited = seen + 1;
        }
        return gaps;
    }

    /** What is still refused; a note that waited for an earlier one is none when its turn has come. */
    List<Refusal> refused(Progress progress) {
        refused.values()
                .removeIf(it -> it.cause() == Cause.GAP
                        && it.number() != null
                        && it.number() < progress.end().next());
        return List.copyOf(refused.values());
    }
}
