package court.archive.pack;

import court.platform.contract.Agent;
import court.platform.contract.CourtEvent;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.FilingEvent.FilingResubmitted;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.FilingEvent.Material;
import court.platform.contract.InteractionEvent.MessagePosted;
import court.platform.contract.MemberEvent.AgentApplied;
import court.platform.contract.MemberEvent.AssistantAdded;
import court.platform.contract.MemberEvent.DeputyNamed;
import court.platform.contract.Party;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Who is who in a case and what its files are called, gathered from all of its acts; who has no name is called by id. */
final class Names {

    private static final Pattern ACCOUNT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Set<String> SERVICES = Set.of("filing", "interaction", "asset", "ledger", "archive");

    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Set<String> pages = new HashSet<>();
    private List<Party> parties = List.of();
    private String caseNumber = "";
    private String court = "";

    Names(List<Act> acts) {
        acts.forEach(this::learn);
    }

    private void learn(Act act) {
        CourtEvent event = act.event();
        if (event instanceof FilingSubmitted it) {
            filed(it.courtCode(), it.parties(), it.materials());
            agents(it.agents());
        } else if (event instanceof FilingResubmitted it) {
            filed(it.courtCode(), it.parties(), it.materials());
            agents(it.agents());
        } else if (event instanceof CaseAccepted it) {
            caseNumber = it.caseNumber();
            filed(it.courtCode(), it.parties(), List.of());
        } else if (event instanceof JudgeAssigned it) {
            people.put(it.judgeId(), it.judgeName());
        } else if (event instanceof AssistantAdded it) {
            people.put(it.staffId(), it.name());
        } else if (event instanceof DeputyNamed it) {
            people.put(it.staffId(), it.name());
        } else if (event instanceof AgentApplied it) {
            applied(act, it);
        } else if (event instanceof MessagePosted it && it.fileName() != null) {
            String name = it.fileName().reveal();
            act.files().forEach(file -> files.put(file.id(), name));
        }
    }

    private void applied(Act act, AgentApplied it) {
        people.put(it.agentId(), it.name().reveal());
        if (it.letterName() != null) {
            String letter = it.letterName().reveal();
            act.files().forEach(file -> files.put(file.id(), letter));
        }
    }

    private void agents(List<Agent> who) {
        who.forEach(it -> people.put(it.agentId(), it.name().reveal()));
    }

    private void filed(String courtCode, List<Party> who, List<Material> materials) {
        court = courtCode;
        parties = who;
        who.forEach(it -> people.put(it.partyId(), it.name().reveal()));
        materials.forEach(it -> {
            files.put(it.fileId(), it.name().reveal());
            kinds.put(it.fileId(), it.kind());
            if (it.madeFrom() != null) {
                pages.addAll(it.madeFrom());
            }
        });
    }

    /** As the court printed it; empty for a case that never got one. */
    String caseNumber() {
        return caseNumber;
    }

    /** The court's code. */
    String court() {
        return court;
    }

    /** A party's or officer's name. */
    String person(String id) {
        return people.getOrDefault(id, id);
    }

    /** Who acted: a name where the case knows one; a party's account has none, and the platform acts by itself too. */
    String actor(String id) {
        if (people.containsKey(id)) {
            return person(id);
        }
        if (ACCOUNT.matcher(id).matches()) {
            return "当事人（平台账户 " + id + "）";
        }
        return SERVICES.contains(id) ? "平台自动办理（" + id + "）" : id;
    }

    String persons(List<String> ids) {
        return ids.stream()
                .map(this::person)
                .reduce((one, two) -> one + "、" + two)
                .orElse("");
    }

    String parties(Party.Role role) {
        return parties.stream()
                .filter(it -> it.role() == role)
                .map(it -> it.name().reveal())
                .reduce((one, two) -> one + "、" + two)
                .orElse("");
    }

    /** What its owner called a file. */
    String file(String fileId) {
        return files.getOrDefault(fileId, fileId);
    }

    /** As what a file was handed in; empty when nobody said. */
    String kind(String fileId) {
        return kinds.getOrDefault(fileId, "");
    }

    /** Whether a document put together from it shows what is on it. */
    boolean isPageOfAnother(String fileId) {
        return pages.contains(fileId);
    }

    /** The case number in letters that every system has: the others as their code points. */
    String ascii(String otherwise) {
        List<String> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (int c : caseNumber.codePoints().toArray()) {
            if (c < 0x80 && Character.isLetterOrDigit(c)) {
                plain.appendCodePoint(c);
            } else {
                flush(plain, parts);
                if (Character.isIdeographic(c) && c != '号') {
                    parts.add("u%04x".formatted(c));
                }
            }
        }
        flush(plain, parts);
        return parts.isEmpty() ? otherwise : String.join("-", parts);
    }

    private static void flush(StringBuilder plain, List<String> parts) {
        if (!plain.isEmpty()) {
            parts.add(plain.toString());
            plain.setLength(0);
        }
    }
}
