package court.archive.render;

import java.util.List;
import java.util.stream.Stream;

/** Every text of a volume that comes from outside and lands on paper. */
final class Wording {

    private Wording() {}

    static Stream<String> of(Volume volume) {
        Stream<String> head = Stream.of(volume.caseNumber(), volume.court(), volume.verificationCode());
        Stream<String> sheets = Stream.concat(rows(volume.cover()), rows(volume.backing()));
        return Stream.of(head, sheets, volume.items().stream().flatMap(Wording::of))
                .flatMap(it -> it);
    }

    private static Stream<String> of(Item item) {
        return Stream.concat(
                Stream.of(item.title(), item.remark()), item.papers().stream().flatMap(Wording::of));
    }

    private static Stream<String> of(Paper paper) {
        return switch (paper) {
            case Paper.Form form -> Stream.concat(rows(form.rows()), form.paragraphs().stream());
            case Paper.Copy(Original original) -> Stream.of(original.name(), original.fileId(), original.mediaType());
        };
    }

    private static Stream<String> rows(List<Row> rows) {
        return rows.stream().flatMap(row -> Stream.of(row.label(), row.value()));
    }
}
