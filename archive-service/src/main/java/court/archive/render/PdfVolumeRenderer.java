package court.archive.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Prints with PDFBox. What is drawn lies in a scratch file, not in memory, until the volume is written. */
final class PdfVolumeRenderer implements VolumeRenderer, AutoCloseable {

    private final Coverage coverage = new Coverage();
    private final PageDrawer drawer;
    private final ExecutorService heavyWork = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("print-", 1).factory());

    PdfVolumeRenderer(RenderLimits limits) {
        this.drawer = new PageDrawer(limits);
    }

    @Override
    public CompletableFuture<Rendered> print(Volume volume, Path target) {
        return CompletableFuture.supplyAsync(() -> unchecked(() -> render(volume, target)), heavyWork);
    }

    @Override
    public String printable(String text) {
        return coverage.spelledOut(text);
    }

    @Override
    public Rendered render(Volume volume, Path target) throws IOException {
        if (volume.items().isEmpty()) {
            throw RenderRefusal.NOTHING_TO_PRINT.because();
        }
        Wording.of(volume).forEach(coverage::require);
        Path workspace = target.resolveSibling("").toAbsolutePath();
        var scratch = MemoryUsageSetting.setupTempFileOnly().setTempDir(workspace.toFile());
        try (PDDocument document = new PDDocument(scratch.streamCache);
                TypeCase type = new TypeCase(document, coverage)) {
            Book book = new Book(document, type, volume);
            Rendered rendered = print(book, new FilePages(drawer, workspace));
            LongTerm.mark(document, volume);
            try (OutputStream file =
                    new BufferedOutputStream(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW))) {
                document.save(file);
            }
            return rendered;
        }
    }

    private static Rendered print(Book book, FilePages files) throws IOException {
        List<Item> items = book.volume().items().stream()
                .sorted(Comparator.comparing(Item::section))
                .toList();
        List<Rendered.Line> lines = new ArrayList<>();
        List<Rendered.Unshown> unshown = new ArrayList<>();
        CoverPage.print(book);
        for (Item item : items) {
            int first = book.numbered() + 1;
            for (Paper paper : item.papers()) {
                print(book, files, item, paper, unshown);
            }
            lines.add(new Rendered.Line(lines.size() + 1, item.section(), item.title(), first, book.numbered()));
        }
        CataloguePages.print(book, items, lines);
        BackingPage.print(book, unshown);
        Signposts.set(book, lines);
        return new Rendered(book.numbered(), lines, unshown);
    }

    private static void print(Book book, FilePages files, Item item, Paper paper, List<Rendered.Unshown> unshown)
            throws IOException {
        switch (paper) {
            case Paper.Form form -> {
                try (Flow flow = new Flow(book.type(), book::next)) {
                    FormPages.print(flow, item.title(), form);
                }
            }
            case Paper.Copy(Original original) ->
                files.print(book, item.title(), original)
                        .ifPresent(reason -> unshown.add(new Rendered.Unshown(original.fileId(), reason)));
        }
    }

    private static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        heavyWork.shutdownNow();
    }
}
