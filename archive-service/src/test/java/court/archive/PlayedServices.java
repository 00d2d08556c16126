package court.archive;

import court.platform.merkle.Frontier;
import court.platform.merkle.Hash;
import court.platform.merkle.Node;
import court.platform.merkle.Position;
import court.platform.merkle.Tree;
import court.platform.model.Digests;
import court.platform.note.Checkpoint;
import court.platform.note.Leaf;
import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import court.platform.note.SignedNote;
import court.platform.note.TlogProof;
import court.platform.outbox.TextDigests;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The other services as they would answer if all went well: every source has spoken what the archive heard of it, and the
 * ledger has a leaf for each of these facts and files, in a real tree under a real signature.
 */
public final class PlayedServices {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern OF_CASE = Pattern.compile("/([a-z]+)/internal/v1/cases/([0-9a-f-]{36})/([a-z]+)");
    private static final Pattern OF_FILE = Pattern.compile("/ledger/api/v1/ledger/files/([0-9a-f]{64})/proof");

    private final RunningArchive archive;
    private final NoteSigner log = signer();

    public PlayedServices(RunningArchive archive) {
        this.archive = archive;
    }

    public NoteKey ledgerKey() {
        return log.key();
    }

    /** A leaf of the case: a fact's, or a file's when it has no id. */
    private record Placed(@Nullable UUID factId, String kind, Leaf leaf) {}

    public @Nullable String answer(String path) {
        if (path.equals("/ledger/api/v1/ledger/key")) {
            return log.key().vkey() + "\n";
        }
        Matcher file = OF_FILE.matcher(path);
        if (file.matches()) {
            return fileProof(file.group(1));
        }
        Matcher of = OF_CASE.matcher(path);
        if (!of.matches()) {
            return "[]";
        }
        UUID caseId = UUID.fromString(of.group(2));
        return switch (of.group(3)) {
            case "acts" -> acts(of.group(1), caseId);
            case "leaves" -> leaves(caseId);
            case "proofs" -> proofs(caseId);
            default -> "[]";
        };
    }

    private String acts(String source, UUID caseId) {
        String told = source.equals("dossier")
                ? "select fact_id, kind, sequence from outbox where case_id = '%1$s'"
                : "select fact_id, 'ACT' as kind, sequence from entry where case_id = '%1$s' and source = '%2$s' union all "
                        + "select fact_id, 'ACCESS', sequence from access_register where case_id = '%1$s' and source = '%2$s'";
        return list(archive.query("""
                select json_build_object('factId', fact_id, 'kind', kind, 'sequence', sequence, 'sent', true)::text
                from (%s) as told order by sequence""".formatted(told.formatted(caseId, source))));
    }

    private static String list(List<String> rows) {
        return "[" + String.join(",", rows) + "]";
    }

    private String leaves(UUID caseId) {
        ArrayNode all = JSON.createArrayNode();
        for (Placed placed : placed("case_id = '" + caseId + "'")) {
            if (placed.factId() != null) {
                all.addObject()
                        .put("factId", placed.factId().toString())
                        .put("kind", placed.kind())
                        .put("sha256", placed.leaf().digests().sha256());
            }
        }
        return all.toString();
    }

    private String proofs(UUID caseId) {
        List<Placed> all = placed("case_id = '" + caseId + "'");
        Tree tree = tree(all);
        ObjectNode answer = JSON.createObjectNode().put("checkpoint", note(tree));
        ArrayNode facts = answer.putArray("facts");
        ArrayNode files = answer.putArray("files");
        for (int i = 0; i < all.size(); i++) {
            Placed placed = all.get(i);
            ObjectNode item = (placed.factId() == null ? files : facts).addObject();
            if (placed.factId() != null) {
                item.put("factId", placed.factId().toString());
            }
            item.put("sha256", placed.leaf().digests().sha256());
            item.put("proof", proof(tree, i, placed.leaf()));
        }
        return answer.toString();
    }

    private @Nullable String fileProof(String sha256) {
        List<Placed> all = placed("type = 'DossierSealed'");
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).factId() == null
                    && all.get(i).leaf().digests().sha256().equals(sha256)) {
                return proof(tree(all), i, all.get(i).leaf());
            }
        }
        return null;
    }

    private List<Placed> placed(String where) {
        List<Placed> all = new ArrayList<>();
        Map<String, Placed> files = new HashMap<>();
        for (String table : List.of("entry", "access_register")) {
            String kind = table.equals("entry") ? "ACT" : "ACCESS";
            for (String row : archive.query("select fact_id || ' ' || encode(body, 'hex') from " + table + " where "
                    + where + " order by fact_id")) {
                byte[] body = HexFormat.of().parseHex(row.substring(37));
                all.add(new Placed(UUID.fromString(row.substring(0, 36)), kind, leaf(TextDigests.of(body))));
                files(body)
                        .forEach(it -> files.computeIfAbsent(it.sha256(), any -> {
                            Placed file = new Placed(null, "FILE", leaf(it));
                            all.add(file);
                            return file;
                        }));
            }
        }
        return all;
    }

    private static List<Digests> files(byte[] body) {
        JsonNode files = body.length > 1 && body[0] == '{' && body[1] == '"'
                ? JSON.readTree(body).path("files")
                : JSON.createArrayNode();
        return files.valueStream()
                .filter(it -> it.has("sha256"))
                .map(it ->
                        new Digests(it.get("sha256").asString(), it.get("sm3").asString()))
                .toList();
    }

    private static Leaf leaf(Digests digests) {
        byte[] id = Arrays.copyOf(HexFormat.of().parseHex(digests.sha256()), 16);
        return new Leaf(Base64.getUrlEncoder().withoutPadding().encodeToString(id), digests);
    }

    private static Tree tree(List<Placed> all) {
        Frontier frontier = Frontier.of(0, position -> Hash.EMPTY_TREE);
        Map<Position, Hash> nodes = new HashMap<>();
        for (Placed placed : all) {
            for (Node node : frontier.append(placed.leaf().hash())) {
                nodes.put(node.position(), node.hash());
            }
        }
        return new Tree(all.size(), nodes::get);
    }

    private String proof(Tree tree, int index, Leaf leaf) {
        return TlogProof.of(leaf, index, tree.inclusion(index), note(tree)).text();
    }

    private String note(Tree tree) {
        return SignedNote.sign(new Checkpoint(log.key().name(), tree.head()).text(), log)
                .encoded();
    }

    private static NoteSigner signer() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new NoteSigner(NoteKey.of("played/ledger", pair.getPublic()), pair.getPrivate());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
