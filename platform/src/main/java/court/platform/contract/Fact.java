package court.platform.contract;

import java.util.List;

/**
 * Something to be told, with who may see it and the files it carries.
 *
 * @param audience party ids that may see it besides the court; empty means the court only
 */
public record Fact(CourtEvent event, List<String> audience, List<FileRef> files) {

    public Fact {
        audience = List.copyOf(audience);
        files = List.copyOf(files);
    }

    public static Fact courtOnly(CourtEvent event) {
        return new Fact(event, List.of(), List.of());
    }

    public static Fact to(List<String> audience, CourtEvent event) {
        return new Fact(event, audience, List.of());
    }

    public Fact with(List<FileRef> attached) {
        return new Fact(event, audience, attached);
    }
}
