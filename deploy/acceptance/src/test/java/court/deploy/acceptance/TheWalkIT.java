package court.deploy.acceptance;

import static court.deploy.acceptance.CourtCase.SOON;
import static court.deploy.acceptance.CourtCase.values;
import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.Platform.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.deploy.acceptance.Http.Sent;
import court.deploy.acceptance.Http.Upload;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the application to the dossier, as the people of a case play it. */
class TheWalkIT {

    @Test
    void aFilingIsReturnedOnceAnsweredAndAccepted() {
        Person applicant = Person.anybody("申请人甲");
        Filing draft = Filing.draft(applicant, Person.anybody("被执行人乙"))
                .attach(Papers.judgment())
                .attach(Papers.material("起诉状.pdf", Papers.pdf()))
                .attach(Papers.material("说明.txt", Papers.text("双方未履行。")));

        Filing returned = draft.submit().giveBack("生效证明", "未提交裁判文书生效证明");
        JsonNode seen = HTTP.get(applicant.token(), draft.path()).ok().json();
        Filing again =
                returned.attach(Papers.material("生效证明.pdf", Papers.pdf())).submit();
        Filing accepted = again.accept();

        assertThat(seen.at("/missing/0/item").asString()).isEqualTo("生效证明");
        assertThat(seen.path("due").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(again.last().json().path("corrected").asBoolean()).isTrue();
        assertThat(accepted.last().text("caseNumber")).matches("（20\\d\\d）沪0117执[1-9]\\d*号");
    }

    @Test
    void anOrganisationFilesThroughItsLegalRepresentative() {
        Person representative = Person.anybody("代表丙");
        Person respondent = Person.anybody("被执行人乙");
        String organisation = """
                {"kind":"ORGANISATION","name":"演示置业有限公司","idType":"CREDIT_CODE","idNumber":"91310117MA1DEM0A9T","phone":"%s",
                 "account":{"holder":"演示置业有限公司","bank":"演示银行","number":"10010000000001"},
                 "representative":{"name":"代表丙","idType":"ID_CARD","idNumber":"%s"}}""".formatted(representative.phone(), representative.idNumber());
        String form = Filing.form(representative, respondent).replace(representative.form(), organisation);

        Answer draft =
                HTTP.post(representative.token(), "/api/v1/filings", form).ok();
        Filing accepted = new Filing(representative, respondent, draft)
                .attach(Papers.judgment())
                .submit()
                .accept();

        assertThat(CourtCase.of(accepted).messages(representative.token())).isEmpty();
    }

    @Test
    void wordsAndFilesReachEverybodyInTheRoomInOneOrder() {
        CourtCase room = CourtCase.open();
        byte[] content = Papers.text("房产线索：某小区。");

        room.say(room.applicant().token(), "请查询财产。").ok();
        room.say(room.judgeToken(), "已收到。").ok();
        room.send(room.applicant().token(), new Upload("线索.txt", content, Map.of("text", "线索见附件")))
                .ok();

        List<JsonNode> court = room.messages(room.judgeToken());
        assertThat(values(court, "kind")).containsExactly("TEXT", "TEXT", "FILE");
        assertThat(values(court, "text")).containsExactly("请查询财产。", "已收到。", "线索见附件");
        assertThat(values(room.messages(room.applicant().token()), "messageId")).isEqualTo(values(court, "messageId"));
        String file = room.path("/files/" + court.getLast().at("/file/id").asString() + "/content");
        assertThat(HTTP.get(room.judgeToken(), file).ok().bytes()).isEqualTo(content);
        assertThat(HTTP.get(room.judgeToken(), file, "Range", "bytes=3-5").bytes())
                .isEqualTo(java.util.Arrays.copyOfRange(content, 3, 6));
    }

    @Test
    void aFollowerWhoIsCutOffGoesOnWithoutAGapOrADouble() {
        CourtCase room = CourtCase.open();
        try (Follower follower = Follower.of(room, room.applicant()::token)) {
            for (int i = 1; i <= 30; i++) {
                room.say(room.judgeToken(), "第" + i + "条").ok();
                if (i % 7 == 0) {
                    follower.cut();
                }
            }

            await().atMost(SOON).until(() -> follower.ids().size() >= 30);

            assertThat(follower.ids())
                    .isEqualTo(LongStream.rangeClosed(1, 30).boxed().toList());
            assertThat(follower.seen()).isEqualTo(room.stream(room.applicant().token()));
        }
    }

    @Test
    void aReleasedRespondentSeesWhatIsAddressedToThemAndNothingFromBefore() {
        CourtCase room = CourtCase.open();
        room.say(room.applicant().token(), "先查银行账户。").ok();
        String respondent = room.respondent().token();
        String party = room.partyId("RESPONDENT");
        Answer before = HTTP.get(respondent, room.path("/room"));
        Answer unknown = HTTP.get(respondent, "/api/v1/cases/" + UUID.randomUUID() + "/room");
        assertThat(before.status()).isEqualTo(404);
        assertThat(before.withoutTrace()).isEqualTo(unknown.withoutTrace());
        assertThat(room.sayTo(room.judgeToken(), "你好", party).status()).isEqualTo(409);

        room.release().ok();
        room.say(room.judgeToken(), "请报告财产。").ok();
        room.sayTo(room.applicant().token(), "只给法院", "COURT").ok();
        room.sayTo(room.judgeToken(), "限三日内报告。", party).ok();

        await().atMost(SOON)
                .until(() -> HTTP.get(respondent, room.path("/room")).isOk());
        List<JsonNode> seen = room.messages(respondent);
        assertThat(values(seen, "text")).containsExactly("请报告财产。", "限三日内报告。");
        assertThat(room.stream(respondent).stream().map(it -> it.path("seq").asLong()))
                .containsExactly(1L, 2L, 3L);
        assertThat(room.stream(respondent).stream()
                        .map(it -> it.at("/card/type").asString()))
                .contains("RespondentReleased")
                .allMatch(it -> it.isEmpty() || it.equals("RespondentReleased"));
        assertThat(room.messages(room.judgeToken())).hasSize(4);
        assertThat(values(room.messages(room.applicant().token()), "text"))
                .containsExactly("先查银行账户。", "请报告财产。", "只给法院");
    }

    @Test
    void onlyTheJudgeOfTheCaseReleasesTheRespondent() {
        CourtCase room = CourtCase.open();
        String other = room.judge().equals("songjiang-judge-1") ? "songjiang-judge-2" : "songjiang-judge-1";
        String path = room.path("/respondents/" + room.partyId("RESPONDENT") + "/release");
        String version = HTTP.get(room.judgeToken(), room.path("/room")).etag();

        assertThat(HTTP.post(Sent.of(room.applicant().token(), path).seen(version), "")
                        .status())
                .isIn(403, 404);
        assertThat(HTTP.post(Sent.of(token(other), path).seen(version), "").status())
                .isIn(403, 404);
        assertThat(HTTP.post(Sent.of(token("pudong-judge-1"), path).seen(version), "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void everyWordAndActIsInTheDossierAndOnTheLedger() {
        CourtCase room = CourtCase.of(Filing.submitted(Person.anybody("申请人甲"), Person.anybody("被执行人乙"))
                .giveBack("生效证明", "未提交")
                .submit()
                .accept());
        IntStream.rangeClosed(1, 5)
                .forEach(i -> room.say(room.applicant().token(), "第" + i + "条").ok());
        room.release().ok();

        JsonNode settled = room.settled();

        assertThat(settled.path("equal").asBoolean()).as(settled.toString()).isTrue();
        assertThat(values(room.timeline(room.judgeToken()), "type"))
                .containsSubsequence(
                        "FilingSubmitted",
                        "CorrectionRequired",
                        "FilingResubmitted",
                        "CaseAccepted",
                        "RoomOpened",
                        "MessagePosted",
                        "RespondentReleased");
        assertThat(values(room.verified(room.judgeToken()), "result")).containsOnly("INTACT");
        assertThat(values(room.timeline(room.judgeToken()), "title"))
                .allMatch(title -> title.codePoints().anyMatch(Character::isIdeographic));
    }
}
