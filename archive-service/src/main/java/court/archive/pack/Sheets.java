package court.archive.pack;

import court.archive.render.Item;
import court.archive.render.Original;
import court.archive.render.Paper;
import court.archive.render.Section;
import court.platform.contract.FileRef;
import court.platform.contract.InteractionEvent.MessagePosted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The papers of a volume as they come together: each file shown once, all that was said on one paper. */
final class Sheets {

    private final UUID caseId;
    private final Names names;
    private final Originals originals;
    private final UnaryOperator<String> printable;
    private final List<Item> items = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();

    Sheets(UUID caseId, Names names, Originals originals, UnaryOperator<String> printable) {
        this.caseId = caseId;
        this.names = names;
        this.originals = originals;
        this.printable = printable;
    }

    /** A form with what every act has. */
    Form form(Act act) {
        return new Form(printable).row("时间", Words.time(act.entry().time())).row("办理人", names.actor(act.actorId()));
    }

    void add(Act act, Section section, String title, Form form) {
        items.add(new Item(section, title, Words.day(act.entry().time()), "", List.of(form.paper())));
    }

    /** A line on the one paper of what was said; a file that came with it has a place of its own. */
    void said(Act act, MessagePosted message) {
        String text = message.text() == null ? "" : message.text().reveal();
        String file =
                message.fileName() == null ? "" : "［文件］" + message.fileName().reveal();
        said(act, message.senderId(), text + file);
    }

    /** What somebody did on the one paper of what was said. */
    void said(Act act, String by, String words) {
        said.add(printable.apply(Words.time(act.entry().time()) + " " + names.person(by) + "：" + words));
    }

    /** One file of the act under a title that is known. */
    void copy(Act act, Section section, String title, String fileId) {
        act.files().stream().filter(it -> it.id().equals(fileId)).forEach(it -> copy(act, section, title, it));
    }

    /**
     * The files of an act that no paper has shown yet: nothing that was handed in is left out, but for pictures whose pages are
     * shown by the document made from them; they lie among the originals.
     */
    void rest(Act act) {
        for (FileRef file : act.files()) {
            if (names.isPageOfAnother(file.id())) {
                continue;
            }
            String kind = names.kind(file.id());
            Section section = act.entry().source().equals("interaction") ? Section.TALKS : section(kind);
            copy(act, section, printable.apply(kind.isEmpty() ? names.file(file.id()) : kind), file);
        }
    }

    private void copy(Act act, Section section, String title, FileRef file) {
        if (!shown.add(file.id() + " " + file.sha256())) {
            return;
        }
        Original original = new Original(
                file.id(),
                printable.apply(names.file(file.id())),
                file.mediaType(),
                file.size(),
                file.digests(),
                null,
                target -> originals.copy(caseId, file, target));
        items.add(new Item(section, title, Words.day(act.entry().time()), "", List.of(new Paper.Copy(original))));
    }

    private static Section section(String kind) {
        if (Stream.of("依据", "判决", "调解", "裁决", "公证", "生效").anyMatch(kind::contains)) {
            return Section.BASIS;
        }
        return Stream.of("身份", "证件", "执照", "授权", "委托", "代表人").anyMatch(kind::contains)
                ? Section.IDENTITY
                : Section.APPLICATION;
    }

    List<Item> items() {
        List<Item> all = new ArrayList<>(items);
        if (!said.isEmpty()) {
            all.add(new Item(Section.TALKS, "一案一群互动记录", null, "", List.of(new Paper.Form(List.of(), said))));
        }
        return all;
    }
}
