package court.deploy.verifier;

import court.platform.model.Digests;
import court.platform.note.Checkpoint;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.note.SignedNote;
import court.platform.note.TlogProof;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What can be said of a file by its proof alone (rule RE1).
 *
 * @param lines Chinese, for a person to read
 */
record Verification(boolean holds, List<String> lines) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));
    private static final String LAW = "依照《人民法院在线诉讼规则》第十六条至第十九条，推定只及于记入账本之后；记入之前的真实性不在推定范围内。";

    static Verification of(Digests digests, byte[] proof, TrustedKeys keys) {
        try {
            TlogProof read = TlogProof.parse(proof);
            Checkpoint signed = read.requireProves(digests, keys.log());
            SignedNote note = SignedNote.parse(read.checkpoint().getBytes(StandardCharsets.UTF_8));
            note.open(keys.all()); // one that is wrong spoils it, whoever else signed
            return new Verification(true, told(digests, read.index(), signed, note, keys));
        } catch (NoteRejected rejected) {
            return new Verification(
                    false,
                    List.of(
                            "结论：证明不成立，不能据此认定这份文件未经篡改。",
                            "原因：" + reason(String.valueOf(rejected.getMessage())),
                            "文件 SHA-256：" + digests.sha256()));
        }
    }

    private static List<String> told(
            Digests digests, long index, Checkpoint signed, SignedNote note, TrustedKeys keys) {
        Map<String, Instant> seen = seen(note, keys.witnesses());
        List<String> lines = new ArrayList<>();
        lines.add("结论：这份文件与账本第 " + (index + 1) + " 项逐字节一致。");
        lines.add(since(seen));
        lines.add(LAW);
        lines.add("文件 SHA-256：" + digests.sha256());
        lines.add("文件 SM3：" + digests.sm3());
        lines.add("账本：" + signed.origin() + "，共 " + signed.head().size() + " 项，根 "
                + signed.head().root().base64());
        lines.add("账本签名：Ed25519 有效" + (note.signers(keys.sm2()).isEmpty() ? "；没有可核验的 SM2 签名" : "，SM2 有效"));
        seen.forEach((witness, at) -> lines.add("见证：" + witness + "，" + TIME.format(at)));
        return lines;
    }

    private static Map<String, Instant> seen(SignedNote note, List<NoteKey> witnesses) {
        Map<String, Instant> seen = new TreeMap<>();
        witnesses.forEach(it -> note.cosignedAt(it).ifPresent(at -> seen.put(it.name(), at)));
        return seen;
    }

    /** The proof does not say when it was entered; a witness says when it was there at the latest. */
    private static String since(Map<String, Instant> seen) {
        Optional<Instant> first = seen.values().stream().min(Comparator.naturalOrder());
        return first.map(at -> "见证方证明：至迟于" + TIME.format(at) + "已记入账本，至迟自该时起推定未经篡改。")
                .orElse("证明中没有可核验的见证，记入账本的时间请向法院查询。");
    }

    /** As the page that checks without a network says it too. */
    private static String reason(String rejected) {
        return switch (rejected.replaceFirst(" signature of .*", "")) {
            case "the leaf is about other bytes" -> "文件与证明不相符：文件被改动过（哪怕一个字节），或者这份证明属于另一份文件。";
            case "the leaf is not in the signed tree" -> "证明中的序号与路径不能推导出账本签名的根。";
            case "the index is beyond the signed tree" -> "证明中的序号超出账本签名时的项数。";
            case "signed by nobody we trust" -> "检查点不是所信任的账本签名的。";
            case "of another log" -> "检查点属于另一个账本。";
            case "wrong ED25519" -> "账本的 Ed25519 签名不成立。";
            case "wrong SM2" -> "账本的 SM2 签名不成立。";
            case "wrong COSIGNATURE" -> "见证方的签名不成立。";
            case "not UTF-8" -> "证明文件不是文本，可能选错了文件。";
            case "no checkpoint in the proof", "not a proof" -> "这不是证明文件（.tlog-proof）。";
            case "too long" -> "证明文件过大，可能选错了文件。";
            default -> "证明文件被改动过或格式有误。（" + rejected + "）";
        };
    }
}
