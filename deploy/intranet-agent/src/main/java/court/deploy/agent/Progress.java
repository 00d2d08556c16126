package court.deploy.agent;

import court.deploy.agent.Step.HandedIn;
import court.deploy.agent.Step.Judged;
import court.deploy.agent.Step.Taken;
import court.platform.bundle.Acknowledgement.Answer;
import court.platform.bundle.Acknowledgement.Verdict;
import court.platform.bundle.ChainEnd;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What the journal adds up to: which bundle comes next, and how far each case is. */
final class Progress {

    private final TreeMap<Long, Answer> answers = new TreeMap<>();
    private final Map<UUID, Taken> cases = new HashMap<>();
    private final Set<UUID> packages = new HashSet<>();
    private final Map<String, Long> notes = new HashMap<>();
    private long handedIn;

    static Progress of(List<Step> steps) {
        Progress progress = new Progress();
        steps.forEach(progress::add);
        return progress;
    }

    void add(Step step) {
        switch (step) {
            case Judged judged -> {
                answers.put(judged.answer().number(), judged.answer());
                notes.put(judged.answer().noteSha256(), judged.answer().number());
                Taken taken = judged.taken();
                if (taken != null) {
                    cases.put(judged.caseId(), taken);
                    packages.add(judged.answer().packageId());
                }
            }
            case HandedIn handed -> handedIn = Math.max(handedIn, handed.acknowledgement());
        }
    }

    /** The last bundle dealt with. */
    ChainEnd end() {
        return answers.isEmpty()
                ? ChainEnd.START
                : new ChainEnd(answers.lastKey(), answers.lastEntry().getValue().noteSha256());
    }

    /** The answers to bundles above this number, in order. */
    List<Answer> answersAfter(long number) {
        return List.copyOf(answers.tailMap(number, false).values());
    }

    /** Under which number this very note was dealt with. */
    Optional<Long> numberOf(String noteSha256) {
        return Optional.ofNullable(notes.get(noteSha256));
    }

    Taken of(UUID caseId) {
        return cases.getOrDefault(caseId, Taken.NOTHING);
    }

    boolean has(UUID packageId) {
        return packages.contains(packageId);
    }

    int count(Verdict verdict) {
        return (int)
                answers.values().stream().filter(it -> it.verdict() == verdict).count();
    }

    /** The last acknowledgement that reached the other side. */
    long handedIn() {
        return handedIn;
    }
}
