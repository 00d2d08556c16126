package court.asset.matter;

import court.platform.contract.AssetEvent.Officer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who was registered to ask institutions, from the court directory (rule RP4, 法释〔2013〕20号): a judge without both permit
 * numbers, work permit 工作证 and official permit 公务证, is not.
 */
@Component
public class Officers {

    private final Map<String, Court> byCode;

    private record Court(String code, String name, List<Judge> judges) {}

    private record Judge(
            String id,
            @Nullable String workPermit,
            @Nullable String officialPermit,
            @Nullable Boolean standingInstruction) {

        Optional<Officer> registered() {
            return workPermit == null || workPermit.isBlank() || officialPermit == null || officialPermit.isBlank()
                    ? Optional.empty()
                    : Optional.of(new Officer(id, workPermit, officialPermit));
        }
    }

    Officers(@Value("${court.directory}") Path directory) {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            byCode = List.of(json.readValue(Files.readString(directory), Court[].class)).stream()
                    .collect(Collectors.toUnmodifiableMap(Court::code, Function.identity()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The officer, or a refusal for who is not registered at this court. */
    public Officer get(String courtCode, String staffId) {
        return judge(courtCode, staffId).flatMap(Judge::registered).orElseThrow(MatterRefusal.NOT_REGISTERED::because);
    }

    /** The officer when he has ordered the first query of each of his cases beforehand 常设指令. */
    public Optional<Officer> standing(String courtCode, String staffId) {
        return judge(courtCode, staffId)
                .filter(it -> Boolean.TRUE.equals(it.standingInstruction()))
                .flatMap(Judge::registered);
    }

    /** The court's name, as institutions know it. */
    public String courtName(String courtCode) {
        Court court = byCode.get(courtCode);
        return court == null ? courtCode : court.name();
    }

    private Optional<Judge> judge(String courtCode, String staffId) {
        return Optional.ofNullable(byCode.get(courtCode))
                .flatMap(court -> court.judges().stream()
                        .filter(it -> it.id().equals(staffId))
                        .findFirst());
    }
}
