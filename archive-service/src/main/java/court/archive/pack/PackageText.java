package court.archive.pack;

import court.platform.contract.FileRef;
import court.platform.json.CanonicalJson;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The package's own description, {@code data/package.json}: canonical JSON (RFC 8785), so the same content is the same bytes. */
final class PackageText {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int VERSION = 1;

    private PackageText() {}

    static String of(Order order, Names names, List<Act> acts, PackedFiles files) {
        ObjectNode all = JSON.createObjectNode();
        all.put("packageId", order.packageId().toString());
        all.put("number", order.number());
        all.put("caseId", order.caseId().toString());
        all.put("caseNumber", names.caseNumber());
        all.put("court", names.court());
        all.put("sealedAt", order.sealedAt().toString());
        ArrayNode cut = all.putArray("cut");
        order.cut().forEach(it -> cut.addObject().put("source", it.source()).put("sequence", it.sequence()));
        ArrayNode skipped = all.putArray("skipped");
        order.skipped()
                .forEach(it -> skipped.addObject().put("source", it.source()).put("sequence", it.sequence()));
        ArrayNode entries = all.putArray("entries");
        acts.forEach(act -> entry(entries.addObject(), act, files));
        // the package's own version, and those of what it is built on
        ObjectNode versions = all.putObject("versions");
        Map.of("package", "" + VERSION, "bagit", "1.0", "volume", "PDF/A-2u", "proof", "c2sp.org/tlog-proof@v1")
                .forEach(versions::put);
        return CanonicalJson.of(all);
    }

    private static void entry(ObjectNode entry, Act act, PackedFiles files) {
        entry.put("factId", act.entry().factId().toString());
        entry.put("source", act.entry().source());
        entry.put("sequence", act.entry().sequence());
        entry.put("type", act.entry().type());
        entry.put("title", act.title());
        entry.put("time", act.entry().time().toString());
        entry.put("path", "data/" + act.path());
        ArrayNode list = entry.putArray("files");
        for (FileRef file : act.files()) {
            list.addObject()
                    .put("id", file.id())
                    .put("path", "data/" + files.path(file))
                    .put("mediaType", file.mediaType())
                    .put("size", file.size())
                    .put("sha256", file.sha256())
                    .put("sm3", file.sm3());
        }
    }
}
