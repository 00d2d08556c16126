package court.deploy.agent;

import court.deploy.agent.Inspection.Right;
import court.deploy.agent.Step.Taken;
import court.platform.bag.Bag;
import court.platform.bundle.Delivery;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a package says of itself in {@code data/package.json}, held against the bundle and against what is in it. */
final class PackageIndex {

    static final String FILE = "data/package.json";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CASE_NUMBER =
            Pattern.compile("[（(]([0-9]{4})[）)][\\p{IsHan}0-9A-Z]{1,20}号(?:[\\p{IsHan}0-9-]{1,20})?");

    private final Bag bag;
    private final JsonNode index;

    private PackageIndex(Bag bag, JsonNode index) {
        this.bag = bag;
        this.index = index;
    }

    static PackageIndex of(Bag bag) throws IOException, Wrong {
        return new PackageIndex(bag, read(bag, FILE));
    }

    Right check(Delivery delivery, Taken before) throws IOException, Wrong {
        mustSay("packageId", delivery.packageId().toString());
        mustSay("caseId", delivery.caseId().toString());
        mustSay("court", delivery.court());
        int number = index.path("number").asInt(-1);
        if (number != before.number() + 1) {
            throw new Wrong(FILE, "本案应接收第%d号封卷包，来的是第%d号".formatted(before.number() + 1, number));
        }
        checkEntries(delivery.caseId().toString());
        Map<String, Long> cut = new Sequences(index).check(before);
        String caseNumber = index.path("caseNumber").asString("");
        Matcher year = CASE_NUMBER.matcher(caseNumber);
        if (!year.matches()) {
            throw new Wrong(FILE, "案号无法识别");
        }
        return new Right(caseNumber, year.group(1), new Taken(number, cut));
    }

    private void mustSay(String field, String expected) throws Wrong {
        if (!index.path(field).asString("").equals(expected)) {
            throw new Wrong(FILE, field + " 与数据包说明不一致");
        }
    }

    /** Every entry is a fact that is here, every fact and every file that is here belongs to an entry. */
    private void checkEntries(String caseId) throws IOException, Wrong {
        Set<String> named = new HashSet<>();
        Map<String, String> listed = listed();
        for (JsonNode entry : index.path("entries")) {
            String path = entry.path("path").asString("");
            if (!path.startsWith("data/facts/") || !named.add(path)) {
                throw new Wrong(FILE, "目录条目没有自己的事实文件");
            }
            Entry checked = new Entry(path, entry, caseId);
            checked.check(read(bag, path));
            for (JsonNode file : checked.files()) {
                checked.check(file, listed);
                named.add(file.path("path").asString(""));
            }
        }
        for (String path : bag.paths()) {
            boolean entered = path.startsWith("data/facts/") || path.startsWith("data/files/");
            if (entered && !named.contains(path)) {
                throw new Wrong(path, "不在封卷包目录中");
            }
        }
    }

    /** SHA-256 by path, from the list that was held against the files before. */
    private Map<String, String> listed() throws IOException {
        Map<String, String> listed = new HashMap<>();
        for (String line : new String(bag.text("manifest-sha256.txt"), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            List<String> parts = List.of(line.split("\\s+", 2));
            listed.put(parts.getLast(), parts.getFirst());
        }
        return listed;
    }

    private static JsonNode read(Bag bag, String path) throws IOException, Wrong {
        if (!bag.paths().contains(path)) {
            throw new Wrong(path, "目录中有此文件，包中没有");
        }
        try {
            return JSON.readTree(bag.text(path));
        } catch (JacksonException noJson) {
            throw new Wrong(path, "不是 JSON");
        }
    }
}
