package court.archive.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.archive.dossier.Entry;
import court.archive.render.Item;
import court.archive.render.Paper;
import court.archive.render.Section;
import court.platform.blob.BlobStore;
import court.platform.contract.CourtEvent;
import court.platform.contract.FactKind;
import court.platform.contract.FactSamples;
import court.platform.contract.FileRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActPapersTest {

    private static final UUID CASE = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final BlobStore NONE = null;

    @Test
    void everyKindOfActHasItsPaper() {
        for (CourtEvent event : FactSamples.all()) {
            if (event.kind() == FactKind.ACT) {
                assertThat(items(List.of(act(event))))
                        .as(event.getClass().getSimpleName())
                        .isNotEmpty();
            }
        }
    }

    /** RE5. */
    @Test
    void papersLieInTheirSections() {
        assertThat(sections("FilingSubmitted")).containsExactly(Section.APPLICATION);
        assertThat(sections("CorrectionRequired")).containsExactly(Section.FILING_APPROVAL);
        assertThat(sections("CaseAccepted")).containsExactly(Section.FILING_APPROVAL, Section.ACCEPTANCE);
        assertThat(sections("AssetQueryAnswered")).containsExactly(Section.PROPERTY);
        assertThat(sections("RulingRegistered")).containsExactly(Section.RULINGS);
        assertThat(sections("FreezeOrdered")).containsExactly(Section.RULINGS);
        assertThat(sections("TalkOpened")).containsExactly(Section.TALKS, Section.MONEY);
        assertThat(sections("AgentApplied")).containsExactly(Section.IDENTITY);
        assertThat(sections("AgentRevoked")).containsExactly(Section.IDENTITY);
        assertThat(sections("DeputyNamed")).containsExactly(Section.NOTICES);
        assertThat(sections("CaseClosed")).containsExactly(Section.CLOSING);
    }

    @Test
    void photographsOfPagesAreShownOnceByTheDocumentMadeFromThem() {
        FileRef made = new FileRef(
                "44444444-4444-4444-8444-444444444444", "application/pdf", 7, "ab".repeat(32), "cd".repeat(32));
        FileRef page =
                new FileRef("44444444-4444-4444-8444-444444444445", "image/jpeg", 7, "ef".repeat(32), "cd".repeat(32));

        assertThat(items(List.of(act(sample("FilingResubmitted"), page, made))).stream()
                        .map(it -> it.papers().getFirst())
                        .filter(Paper.Copy.class::isInstance)
                        .map(it -> ((Paper.Copy) it).original().name()))
                .containsExactly("判决书.pdf");
    }

    @Test
    void aDocumentLiesWhereItsKindBelongsUnderItsOwnName() {
        FileRef judgment = new FileRef(
                "44444444-4444-4444-8444-444444444444", "application/pdf", 7, "ab".repeat(32), "cd".repeat(32));
        Act filed = act(sample("FilingSubmitted"), judgment);

        Item copy = items(List.of(filed, filed)).stream()
                .filter(it -> it.papers().getFirst() instanceof Paper.Copy)
                .reduce((one, two) -> {
                    throw new AssertionError("shown twice");
                })
                .orElseThrow();

        assertThat(copy.section()).isEqualTo(Section.BASIS);
        assertThat(copy.title()).isEqualTo("执行依据");
        assertThat(((Paper.Copy) copy.papers().getFirst()).original().name()).isEqualTo("判决书.pdf");
    }

    @Test
    void whatWasSaidIsOnePaperAndSpeltOutWhereNoFontHasIt() {
        Act said = act(sample("MessagePosted"));
        Sheets sheets = sheets(List.of(said), text -> text.replace("？", "〔U+FF1F〕"));
        new ActPapers(new Names(List.of(said)), sheets).write(said);
        new ActPapers(new Names(List.of(said)), sheets).write(said);

        assertThat(sheets.items()).hasSize(1);
        assertThat(((Paper.Form) sheets.items().getFirst().papers().getFirst()).paragraphs())
                .hasSize(2)
                .allMatch(it -> it.contains("请问进展如何〔U+FF1F〕"));
    }

    @Test
    void whatNobodyUnderstandsHasAPaperToo() {
        assertThat(items(List.of(act(null))))
                .singleElement()
                .satisfies(it -> assertThat(it.title()).isEqualTo("其他事项"));
    }

    private static List<Section> sections(String type) {
        return items(List.of(act(sample(type)))).stream().map(Item::section).toList();
    }

    private static List<Item> items(List<Act> acts) {
        Sheets sheets = sheets(acts, UnaryOperator.identity());
        ActPapers papers = new ActPapers(new Names(acts), sheets);
        acts.forEach(it -> {
            papers.write(it);
            sheets.rest(it);
        });
        return new ArrayList<>(sheets.items());
    }

    private static Sheets sheets(List<Act> acts, UnaryOperator<String> printable) {
        return new Sheets(CASE, new Names(acts), new Originals(NONE), printable);
    }

    private static CourtEvent sample(String type) {
        return FactSamples.all().stream()
                .filter(it -> it.getClass().getSimpleName().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Act act(@Nullable CourtEvent event, FileRef... files) {
        String type = event == null ? "NotKnownYet" : event.getClass().getSimpleName();
        Instant time = Instant.parse("2026-01-15T02:03:04Z");
        Entry entry = new Entry(UUID.randomUUID(), "filing", 1, type, time, "{}".getBytes(UTF_8), "", "", time, false);
        return new Act(entry, event, "songjiang-judge-1", List.of(files));
    }
}
