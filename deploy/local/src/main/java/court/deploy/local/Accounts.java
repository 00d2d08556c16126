package court.deploy.local;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Who can sign in to the demonstration. */
record Accounts(String password, List<Member> staff, List<Party> parties) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Member(
            String id,
            String name,
            List<String> roles,
            @Nullable String court) {}

    record Party(String account, String name, String idType, String idNumber, String phone) {}

    private record StaffFile(String password, List<Member> staff) {}

    static Accounts read(Place place) {
        StaffFile staff = JSON.readValue(place.demo("staff.json"), StaffFile.class);
        Path parties = place.demo("parties.json");
        return new Accounts(staff.password(), staff.staff(), List.of(JSON.readValue(parties, Party[].class)));
    }
}
