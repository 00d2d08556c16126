package court.deploy.agent;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One entry of a package's index, held against the fact it stands for.
 *
 * @param path of the fact in the bag
 * @param entry what the index says
 */
record Entry(String path, JsonNode entry, String caseId) {

    JsonNode files() {
        return entry.path("files");
    }

    void check(JsonNode fact) throws Wrong {
        same(fact, "id", entry.path("factId"));
        same(fact, "source", entry.path("source"));
        same(fact, "sequence", entry.path("sequence"));
        same(fact, "type", entry.path("type"));
        same(fact, "time", entry.path("time"));
        if (!fact.path("caseId").asString("").equals(caseId)) {
            throw new Wrong(path, "属于另一个案件");
        }
        if (!fact.path("kind").asString("").equals("ACT")) {
            throw new Wrong(path, "不是案件行为");
        }
        checkFiles(fact);
    }

    private void same(JsonNode fact, String field, JsonNode said) throws Wrong {
        if (fact.path(field).isMissingNode() || !fact.path(field).equals(said)) {
            throw new Wrong(path, field + " 与目录不一致");
        }
    }

    /** The files a fact carries are the files of its entry; what only a later package can hold is not asked for. */
    private void checkFiles(JsonNode fact) throws Wrong {
        Map<String, JsonNode> carried = new HashMap<>();
        fact.path("files").forEach(it -> carried.put(key(it), it));
        for (JsonNode file : files()) {
            JsonNode told = carried.remove(key(file));
            if (told == null
                    || !told.path("sm3").equals(file.path("sm3"))
                    || !told.path("size").equals(file.path("size"))) {
                throw new Wrong(path, "所附文件与目录不一致");
            }
        }
        if (!carried.isEmpty() && !fact.path("type").asString("").equals("DossierSealed")) {
            throw new Wrong(path, "所附文件不在目录中");
        }
    }

    /** One id may have come with two contents; both are kept. */
    private static String key(JsonNode file) {
        return file.path("id").asString("") + " " + file.path("sha256").asString("");
    }

    /** The file lies in the bag with the digest that the fact tells. */
    void check(JsonNode file, Map<String, String> listed) throws Wrong {
        String at = file.path("path").asString("");
        if (!at.startsWith("data/files/") || !listed.containsKey(at)) {
            throw new Wrong(at.isEmpty() ? path : at, "目录中有此文件，包中没有");
        }
        if (!file.path("sha256").asString("").equals(listed.get(at))) {
            throw new Wrong(at, "内容与事实所载摘要不符");
        }
    }
}
