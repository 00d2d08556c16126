package court.deploy.agent;

import court.deploy.agent.Step.Taken;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Whether no act of the case is missing: per source the acts of all packages, with the numbers that the package says were
 * views of protected data and so no acts, count without a hole up to the cut.
 */
final class Sequences {

    private static final String SKIPPED = "skipped";

    private final JsonNode index;

    Sequences(JsonNode index) {
        this.index = index;
    }

    /** The cut after this package. */
    Map<String, Long> check(Taken before) throws Wrong {
        Map<String, Long> cut = new TreeMap<>(before.cut());
        for (JsonNode part : index.path("cut")) {
            String source = part.path("source").asString("");
            long last = part.path("sequence").asLong(-1);
            if (last < before.last(source)) {
                throw wrong("来源 %s 的截止序号倒退", source);
            }
            check(source, before.last(source), last);
            cut.put(source, last);
        }
        mustAllBeCut(cut.keySet());
        return cut;
    }

    private void check(String source, long before, long last) throws Wrong {
        Set<Long> seen = numbers("entries", source);
        for (long number : numbers(SKIPPED, source)) {
            if (!seen.add(number)) {
                throw wrong("来源 %s 的第 " + number + " 号重复", source);
            }
        }
        for (long number : seen) {
            if (number <= before || number > last) {
                throw wrong("来源 %s 的第 " + number + " 号不在本包范围内", source);
            }
        }
        if (seen.size() != last - before) {
            throw wrong("来源 %s 的序号有缺，第 " + missing(seen, before) + " 号不在包中", source);
        }
    }

    private Set<Long> numbers(String list, String source) throws Wrong {
        Set<Long> numbers = new HashSet<>();
        for (JsonNode item : index.path(list)) {
            if (item.path("source").asString("").equals(source)
                    && !numbers.add(item.path("sequence").asLong(-1))) {
                throw wrong("来源 %s 的序号重复", source);
            }
        }
        return numbers;
    }

    private static long missing(Set<Long> seen, long before) {
        long number = before + 1;
        while (seen.contains(number)) {
            number++;
        }
        return number;
    }

    private void mustAllBeCut(Set<String> sources) throws Wrong {
        for (JsonNode entry : index.path("entries")) {
            String source = entry.path("source").asString("");
            if (!sources.contains(source)) {
                throw wrong("来源 %s 没有截止序号", source);
            }
        }
    }

    private static Wrong wrong(String reason, String source) {
        return new Wrong(PackageIndex.FILE, reason.formatted(source));
    }
}
