package court.interaction.agent;

import court.platform.blob.Uploaded;
import court.platform.contract.Agent;
import court.platform.contract.Agent.Power;
import court.platform.contract.FileRef;
import court.platform.json.PlainText;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import court.platform.outbox.TextDigests;
import court.platform.security.Actor;
import court.platform.web.EdgeRefusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent's application as it is handed in: the letter of authority as a file, and the fields {@code partyIds} and
 * {@code powers} (comma-joined), {@code kind}, {@code name}, {@code firm}, {@code licence}.
 */
record AgentForm(
        List<String> partyIds,
        Agent.Kind kind,
        List<Power> powers,
        String name,
        @Nullable String firm,
        @Nullable String licence,
        Uploaded letter) {

    private static final Set<String> FIELDS = Set.of("partyIds", "kind", "powers", "name", "firm", "licence");
    private static final int LONGEST = 100;

    /** Refuses what nobody could hand in. */
    static AgentForm read(Uploaded letter) {
        Map<String, String> fields = letter.fields();
        if (!FIELDS.containsAll(fields.keySet())) {
            throw EdgeRefusal.UNKNOWN_FIELD.because();
        }
        PlainText.check(letter.fileName());
        fields.values().forEach(PlainText::check);
        AgentForm form = new AgentForm(
                list(fields.get("partyIds")),
                kind(fields.get("kind")),
                powers(fields.get("powers")),
                brief(fields.get("name")),
                orNull(brief(fields.get("firm"))),
                orNull(brief(fields.get("licence"))),
                letter);
        form.check();
        return form;
    }

    private void check() {
        if (partyIds.isEmpty()) {
            throw AgentRefusal.PARTY_MISSING.because();
        }
        if (name.isEmpty()) {
            throw AgentRefusal.NAME_MISSING.because();
        }
        boolean licensed = kind == Agent.Kind.LAWYER || kind == Agent.Kind.LEGAL_WORKER;
        if (licensed && (firm == null || licence == null)) {
            throw AgentRefusal.LICENCE_MISSING.because();
        }
    }

    /** What the same key must come with again. */
    String digest() {
        return TextDigests.of(
                        letter.digests().sha256() + "\n" + letter.fileName() + "\n" + new TreeMap<>(letter.fields()))
                .sha256();
    }

    Asked asked(UUID caseId, Actor actor, Instant now) {
        String id = Uuid7.at(now).toString();
        FileRef file = new FileRef(
                Uuid7.at(now).toString(),
                letter.mediaType(),
                letter.size(),
                letter.digests().sha256(),
                letter.digests().sm3());
        return new Asked(
                id,
                caseId,
                actor.memberName(),
                kind,
                powers,
                new Secret(id, name),
                firm == null ? null : new Secret(id, firm),
                licence,
                new Asked.Letter(file, new Secret(id, letter.fileName())),
                actor.id(),
                now);
    }

    private static List<String> list(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(",", -1))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
    }

    private static Agent.Kind kind(@Nullable String name) {
        return Arrays.stream(Agent.Kind.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(AgentRefusal.KIND_UNKNOWN::because);
    }

    private static List<Power> powers(@Nullable String joined) {
        Set<Power> powers = EnumSet.noneOf(Power.class);
        list(joined)
                .forEach(name -> powers.add(Arrays.stream(Power.values())
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElseThrow(AgentRefusal.POWER_UNKNOWN::because)));
        return List.copyOf(powers);
    }

    private static String brief(@Nullable String text) {
        String plain = text == null ? "" : text.strip();
        if (plain.codePointCount(0, plain.length()) > LONGEST) {
            throw AgentRefusal.TEXT_TOO_LONG.because(LONGEST);
        }
        return plain;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
