package court.filing.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the courts' staff are reached, from the court directory. Who has no phone there is prompted by the platform's lists only. */
@Component
class CourtContacts {

    private final Map<String, Entry> byCode;

    record Member(String id, @Nullable String phone) {}

    record Entry(
            String code,
            String name,
            @Nullable List<Member> filingJudges,
            @Nullable List<Member> judges) {

        List<Member> filing() {
            return filingJudges == null ? List.of() : filingJudges;
        }

        Optional<Member> judge(String id) {
            return judges == null
                    ? Optional.empty()
                    : judges.stream().filter(it -> it.id().equals(id)).findFirst();
        }
    }

    CourtContacts(@Value("${court.directory}") Path directory) {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            byCode = Stream.of(json.readValue(Files.readString(directory), Entry[].class))
                    .collect(Collectors.toUnmodifiableMap(Entry::code, Function.identity()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Entry of(String code) {
        Entry known = byCode.get(code);
        return known == null ? new Entry(code, "人民法院", List.of(), List.of()) : known;
    }
}
