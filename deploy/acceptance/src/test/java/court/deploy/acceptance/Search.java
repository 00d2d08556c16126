package court.deploy.acceptance;

import court.deploy.local.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks through everything the platform has written: every row of every table, every file in its data folder. */
final class Search {

    private static final List<Part> WITH_DATABASE =
            List.of(Part.FILING, Part.INTERACTION, Part.LEDGER, Part.ARCHIVE, Part.GATEWAY);

    private Search() {}

    /** Tables with a row that holds one of the texts, as text or within bytes. */
    static List<String> inTables(List<String> texts) {
        String wanted = texts.stream()
                .flatMap(text -> Stream.of(text, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8))))
                .map("'%%%s%%'"::formatted)
                .collect(Collectors.joining(", ", "array[", "]"));
        return WITH_DATABASE.stream()
                .flatMap(part -> tables(part)
                        .filter(table ->
                                new Database(part).count("%s t where t::text like any(%s)".formatted(table, wanted))
                                        > 0)
                        .map(table -> part + "." + table))
                .toList();
    }

    private static Stream<String> tables(Part part) {
        return new Database(part).ask("""
                        select quote_ident(table_name) from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1""").stream();
    }

    /** Files with one of the texts in them: topic segments, logs, blobs, keys, and the database's own files. */
    static List<String> inFiles(List<String> texts) {
        List<String> bytes = texts.stream()
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
        try (Stream<Path> files = Files.walk(Platform.DATA)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(Platform.DATA.resolve("apps")))
                    .filter(file -> bytes.stream().anyMatch(content(file)::contains))
                    .map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException goneMeanwhile) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
