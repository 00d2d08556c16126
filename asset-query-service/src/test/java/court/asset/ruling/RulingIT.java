package court.asset.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import court.asset.Courthouse;
import court.asset.Courthouse.OpenCase;
import court.platform.support.ApiExamples;
import court.platform.support.Caller.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RulingIT {

    private final OpenCase open = Courthouse.newCase().led("judge-1");
    private final byte[] pdf = Courthouse.pdf();

    private Answer upload(String key, Map<String, byte[]> files, Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(ApiExamples.form("RulingController.register"));
        fields.keySet().removeAll(Set.of("ruling", "notice"));
        fields.put("respondentId", "r1");
        fields.putAll(changed);
        return open.judge().upload(key, open.path("/rulings"), Courthouse.pdfs(files), fields);
    }

    private String key() {
        return UUID.randomUUID().toString();
    }

    /** RP8 */
    @Test
    void aRulingIsRegisteredWithBothFilesAndTheCourtReadsThem() {
        Map<String, byte[]> files = Map.of("ruling", pdf, "notice", pdf);
        String key = key();

        Answer registered = upload(key, files, Map.of());

        assertThat(registered.status()).isEqualTo(201);
        assertThat(upload(key, files, Map.of()).header("idempotency-replayed")).isEqualTo("true");
        assertThat(upload(key, files, Map.of("limit", "400.00")).code()).isEqualTo("edge.key_reused");
        assertThat(open.told("RulingRegistered", "limit")).containsExactly("500.00");
        assertThat(Courthouse.rows(
                        "select json_array_length(body::json -> 'files') from outbox where type = 'RulingRegistered'"
                                + " and case_id = '" + open.id() + "'"))
                .containsExactly("2");
        String path = "/rulings/" + registered.json().get("rulingId").asString() + "/files/";
        for (String file : new String[] {"rulingFileId", "noticeFileId"}) {
            Answer read = open.judge()
                    .get(open.path(path + registered.json().get(file).asString() + "/content"));
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.body()).isEqualTo(pdf);
        }
        assertThat(open.judge().get(open.path(path + "x/content")).code()).isEqualTo("ruling.no_such_file");
        assertThat(open.applicant()
                        .get(open.path(
                                path + registered.json().get("rulingFileId").asString() + "/content"))
                        .code())
                .isEqualTo("access.not_yours");
    }

    @Test
    void anUnusableRulingIsRefusedAndNothingIsKept() {
        Map<String, byte[]> files = Map.of("ruling", pdf, "notice", pdf);
        byte[] text = "no pdf".getBytes(StandardCharsets.UTF_8);

        assertThat(upload(key(), Map.of("ruling", pdf), Map.of()).code()).isEqualTo("ruling.files_missing");
        assertThat(upload(key(), Map.of("ruling", pdf, "notice", text), Map.of())
                        .status())
                .isBetween(400, 422);
        assertThat(upload(key(), files, Map.of("limit", "")).code()).isEqualTo("ruling.fields_missing");
        assertThat(upload(key(), files, Map.of("limit", "0.00")).code()).isEqualTo("ruling.limit_zero");
        assertThat(upload(key(), files, Map.of("more", "1")).code()).isEqualTo("ruling.bad_form");
        assertThat(upload(key(), files, Map.of("respondentId", "a1")).code()).isEqualTo("matter.not_a_respondent");
        assertThat(open.applicant()
                        .upload(key(), open.path("/rulings"), Courthouse.pdfs(files), Map.of("number", "1"))
                        .code())
                .isEqualTo("access.not_yours");
        open.close();
        assertThat(upload(key(), files, Map.of()).code()).isEqualTo("matter.closed");
        assertThat(open.told("RulingRegistered", "limit")).isEmpty();
        assertThat(open.judge().get(open.path("/rulings")).json().get("items")).isEmpty();
    }

    @Test
    void theApiDescriptionTellsBothFiles() {
        var form = Courthouse.caller("")
                .get("/v3/api-docs")
                .json()
                .at("/paths/~1api~1v1~1cases~1{caseId}~1rulings/post/requestBody/content/multipart~1form-data/schema");

        assertThat(form.get("properties").propertyNames())
                .contains("ruling", "notice", "number", "respondentId", "limit");
    }
}
