package court.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoTest {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    @TempDir
    private Path data;

    // RF8: GB 11643, mod 11-2
    @Test
    void everyDemoPartyHasAValidIdNumber() {
        List<Accounts.Party> parties = Accounts.read(Place.of(data, 0)).parties();

        assertThat(parties)
                .hasSize(8)
                .allSatisfy(party -> assertThat(check(party.idNumber()))
                        .isEqualTo(party.idNumber().charAt(17)));
    }

    @Test
    void whomTheDirectoryNamesCanSignInAtThatCourt() {
        List<Accounts.Member> staff = Accounts.read(Place.of(data, 0)).staff();
        JsonNode courts = JsonMapper.shared().readTree(Place.of(data, 0).demo("courts.json"));

        assertThat(courts.size()).isEqualTo(2);
        for (JsonNode court : courts) {
            List<JsonNode> people = Stream.of("judges", "filingJudges", "clerks")
                    .flatMap(group -> court.get(group).valueStream())
                    .toList();
            assertThat(people)
                    .isNotEmpty()
                    .allSatisfy(person -> assertThat(staff)
                            .anyMatch(member -> member.id()
                                            .equals(person.get("id").stringValue())
                                    && member.name().equals(person.get("name").stringValue())
                                    && court.get("code").stringValue().equals(member.court())));
        }
    }

    // RP4: who may query is registered beforehand with both permits
    @Test
    void theStandingInstructionIsGivenOnlyByJudgesWithBothPermits() {
        JsonNode courts = JsonMapper.shared().readTree(Place.of(data, 0).demo("courts.json"));

        assertThat(judges(courts, "沪0117")).hasSize(2).allSatisfy(judge -> {
            assertThat(judge.get("workPermit").stringValue()).isNotBlank();
            assertThat(judge.get("officialPermit").stringValue()).isNotBlank();
            assertThat(judge.get("standingInstruction").booleanValue()).isTrue();
        });
        assertThat(judges(courts, "沪0115")).hasSize(2).noneMatch(judge -> judge.has("standingInstruction"));
    }

    @Test
    void whatTheInstitutionsKnowBelongsToDemoParties() {
        Place place = Place.of(data, 0);
        JsonNode institutions = JsonMapper.shared().readTree(place.demo("institutions.json"));
        String parties = Text.read(place.demo("parties.json"));

        List<JsonNode> assets = institutions
                .valueStream()
                .flatMap(institution -> institution.get("assets").valueStream())
                .toList();

        assertThat(assets)
                .hasSizeGreaterThan(5)
                .allSatisfy(asset -> assertThat(parties)
                        .contains(asset.at("/owner/name").stringValue())
                        .contains(asset.at("/owner/idNumber").stringValue()));
        assertThat(assets)
                .extracting(asset -> asset.get("assetId").stringValue())
                .doesNotHaveDuplicates();
    }

    @Test
    void theStaffsPhonesAreObviouslyMadeUp() {
        JsonNode courts = JsonMapper.shared().readTree(Place.of(data, 0).demo("courts.json"));

        assertThat(courts.findValuesAsString("phone"))
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(phone -> phone.matches("1380000\\d{4}"))
                .doesNotHaveDuplicates();
    }

    private static List<JsonNode> judges(JsonNode courts, String code) {
        return courts.valueStream()
                .filter(court -> court.get("code").stringValue().equals(code))
                .flatMap(court -> court.get("judges").valueStream())
                .toList();
    }

    private static char check(String idNumber) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (idNumber.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }
}
