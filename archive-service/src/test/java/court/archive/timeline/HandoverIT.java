package court.archive.timeline;

import static court.archive.RunningArchive.APPLICANT;
import static court.archive.RunningArchive.ARCHIVE;
import static court.archive.RunningArchive.COURT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.archive.RunningArchive.Told;
import court.platform.contract.FilingEvent.JudgeAssigned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandoverIT {

    @Test
    @DisplayName("F10: within 5 s of the change the former judge sees no dossier, and the next sees all of it")
    void theFormerJudgeIsOutAndTheNextSeesAll() {
        UUID caseId = ARCHIVE.openCase();
        Told message = ARCHIVE.speak(caseId, "interaction", 1, "MessagePosted");
        ARCHIVE.entered(3, caseId);
        String former = ARCHIVE.judge();
        String next = ARCHIVE.tokens.staff("songjiang-judge-2", COURT, "ENFORCEMENT_JUDGE");
        String base = "/api/v1/cases/" + caseId;
        ARCHIVE.refusal(next, base + "/timeline", 404);

        ARCHIVE.speak(
                Instant.now(),
                caseId,
                "filing",
                3,
                new JudgeAssigned(COURT, "songjiang-judge-2", "松江执行法官二", null, "songjiang-judge-1", "工作调整"),
                APPLICANT);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> status(former, base + "/timeline") == 404 && status(next, base + "/timeline") == 200);

        for (String path : List.of("/timeline", "/accesses", "/entries/" + message.id(), "/dossier")) {
            assertThat(status(former, base + path)).as(path).isEqualTo(404);
            assertThat(status(next, base + path)).as(path).isEqualTo(200);
        }
        assertThat(ARCHIVE.json(next, base + "/timeline")).contains(message.id().toString());
    }

    @Test
    void aRecusalIsSeenByTheCourtOnly() {
        UUID caseId = ARCHIVE.openCase();
        ARCHIVE.speak(caseId, "filing", 3, "RecusalRequested");
        ARCHIVE.speak(caseId, "filing", 4, "RecusalDecided");
        ARCHIVE.entered(4, caseId);
        String path = "/api/v1/cases/" + caseId + "/timeline";

        assertThat(ARCHIVE.json(ARCHIVE.judge(), path)).contains("承办法官申请回避", "作出回避决定");
        assertThat(ARCHIVE.json(ARCHIVE.applicant(), path)).doesNotContain("回避");
    }

    private static int status(String token, String path) {
        return ARCHIVE.get(token, path).returnResult(byte[].class).getStatus().value();
    }
}
