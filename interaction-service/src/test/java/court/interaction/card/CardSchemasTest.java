package court.interaction.card;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CardSchemasTest {

    /** The cards that a court's room carries, and the types that are each of them. */
    private static final String COURTS_LIST = """
            ENTRY acceptance notice: AcceptanceNoticeSent
            ENTRY enforcement notice 执行通知书: EnforcementNoticeSent
            ENTRY order to report property 报告财产令: PropertyReportOrdered PropertyReported
            ENTRY procedure guide for money claims 流程告知书: ProcedureGuideGiven
            ENTRY risk warning 风险提示: RiskWarned
            ENTRY applicant joined: ApplicantJoined
            ENTRY respondent joined: RespondentReleased
            GUIDE frequent questions, each with its statute: GuideShown
            PROPERTY query started: AssetQueryStarted
            PROPERTY feedback per bank, vehicle, estate; nothing found: AssetQueryAnswered InstitutionReplyRefused
            PROPERTY notice of query results 网络查控告知书: QueryResultsNotified
            PROPERTY approval of a freeze: FreezeApproval
            PROPERTY ruling: RulingRegistered
            PROPERTY after freezing: FreezeOrdered AssetFrozen FreezeRefused UnfreezeOrdered AssetUnfrozen UnfreezeRefused
            PROPERTY after sealing immovables, movables: AssetSealed
            PROPERTY reminder about property outside the network: OutsidePropertyReminder
            CLUE registered: ClueRegistered
            CLUE list: CluesListed
            CLUE reviewed: ClueReviewed
            CLUE reminder 7 days after: ClueReminder
            CLUE verified with result: ClueVerified
            DISPOSAL appraisal begun: AppraisalBegun
            DISPOSAL appraisal report: AppraisalReported
            DISPOSAL choice of auction platform: AuctionPlatformAsked AuctionPlatformChosen
            DISPOSAL auction: AuctionAnnounced
            DISPOSAL sale 变卖: SaleAnnounced
            DISPOSAL in-kind settlement 以物抵债 with ruling: SettledInKind
            DISPOSAL sold: AssetSold
            MONEY has reached the court's account 案款到账: MoneyArrived
            MONEY paid out 发放: MoneyPaidOut
            MONEY balance and interest: BalanceStated
            SANCTION restriction on consumption 限制消费: ConsumptionRestricted
            SANCTION dishonest-debtor entry 失信: DishonestyListed
            SANCTION fine 罚款: FineImposed
            SANCTION detention 拘留: DetentionRecorded
            SANCTION exit ban 限制出境: ExitBanned
            SANCTION application with approval: SanctionApproval
            PEOPLE judge reassigned: JudgeAssigned
            PEOPLE assistant added, removed: AssistantAdded AssistantRemoved
            PEOPLE deputy: DeputyNamed DeputyEnded
            PEOPLE agent's application (waiting, approved, refused): AgentApplied AgentApproved AgentRefused AgentRevoked
            PEOPLE who may speak: PostingSuspended PostingRestored
            PEOPLE member list: MembersListed
            SETTLEMENT details: SettlementProposed SettlementAnswered
            SETTLEMENT approval: SettlementApproval
            SETTLEMENT document: SettlementDocumented
            TALK opened: TalkBegun
            TALK closed: TalkEnded
            TALK transcript to confirm: TalkOpened
            TALK signed: TalkConfirmed
            DOCUMENT served 文书送达: DocumentServed
            DOCUMENT its certificate: ServiceCertified
            DOCUMENT to sign: DocumentToSign DocumentSigned
            PROCEDURE_END insufficient property: InsufficientPropertyFound
            PROCEDURE_END no property: NoPropertyFound
            PROCEDURE_END talk about it 终本约谈: ProcedureEndTalkCalled
            PROCEDURE_END approval: ProcedureEndApproval
            PROCEDURE_END notice: ProcedureEndNoticed
            PROCEDURE_END publication: ProcedureEndPublished
            CLOCK deadline reminder: DeadlineReminder
            CLOCK node reached 节点: NodeReached
            CLOCK answer overdue: AnswerOverdue AnswerNotNeeded
            CLOCK term moved: TermChangeDecided TermResumed
            CASE closing: CaseClosed
            CASE dossier sealed: DossierSealed
            CASE received by the archive: DossierReceived DossierRejected
            """;
    /** What would tell of a person; staff and documents have names, parties have ids. */
    private static final Set<String> PERSONAL = Set.of(
            "partyName",
            "respondentName",
            "applicantName",
            "agentName",
            "idNumber",
            "phone",
            "address",
            "account",
            "plate",
            "informant");

    private static final JsonMapper JSON = new JsonMapper();
    private static final CardSchemas SCHEMAS = schemas();

    static CardSchemas schemas() {
        try {
            return new CardSchemas(JSON);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Stream<String> types() {
        return SCHEMAS.list().stream().map(CardKind::type);
    }

    @Test
    void everyCardOfTheCourtsListHasItsSchemasAndNoSchemaStandsOutsideIt() {
        Map<String, String> listed = COURTS_LIST
                .lines()
                .flatMap(line -> Arrays.stream(
                                line.substring(line.lastIndexOf(": ") + 2).split(" "))
                        .map(type -> Map.entry(type, line.substring(0, line.indexOf(' ')))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(SCHEMAS.list().stream()
                        .collect(toMap(CardKind::type, it -> it.group().name())))
                .as("a type stands in the list above and in card/schemas/<type>.json, in one group")
                .isEqualTo(listed);
    }

    @Test
    void everySchemaIsOneOfDraft202012AndClosed() {
        Schema draft = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

        assertThat(Stream.concat(types(), Stream.of("Terms"))).allSatisfy(name -> {
            JsonNode schema = SCHEMAS.get(name);
            assertThat(draft.validate(schema)).as(name).isEmpty();
            assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(objects(schema))
                    .as("every object of " + name)
                    .allSatisfy(it -> assertThat(it.path("additionalProperties").asBoolean(true))
                            .isFalse());
        });
        assertThat(draft.validate(JSON.readTree("{\"type\":\"objekt\"}"))).isNotEmpty();
    }

    private static Stream<JsonNode> objects(JsonNode schema) {
        Stream<JsonNode> inner = schema.values().stream().flatMap(CardSchemasTest::objects);
        return schema.path("type").asString("").equals("object") ? Stream.concat(Stream.of(schema), inner) : inner;
    }

    @Test
    void everySchemaHasAnExampleThatFitsAndFitsNoMoreWithWhatItDoesNotKnow() {
        assertThat(types()).allSatisfy(type -> {
            Collection<JsonNode> examples = SCHEMAS.get(type).path("examples").values();
            assertThat(examples).as(type).isNotEmpty().allSatisfy(example -> {
                assertThat(SCHEMAS.misfits(type, example)).as(type).isEmpty();
                assertThat(SCHEMAS.misfits(type, ((ObjectNode) example.deepCopy()).put("unknown", 1)))
                        .containsExactly(" additionalProperties");
            });
        });
    }

    @Test
    void everyFieldHasItsChineseTitleAndNoneTellsOfAPerson() {
        assertThat(types())
                .allSatisfy(type -> assertThat(
                                SCHEMAS.get(type).path("properties").properties())
                        .isNotEmpty()
                        .allSatisfy(field -> {
                            assertThat(field.getValue().path("title").asString(""))
                                    .as(type)
                                    .matches("\\p{IsHan}[\\p{IsHan}、]*");
                            assertThat(field.getKey()).as(type).isNotIn(PERSONAL);
                        }));
    }

    @Test
    void anAnswerIsACardItself() {
        assertThat(SCHEMAS.list())
                .allSatisfy(kind -> assertThat(types().toList()).containsAll(kind.answers()));
    }

    @Test
    void amountsAndDaysAreOfOneForm() {
        assertThat(misfits("MoneyArrived", "amount", "12000.00")).isEmpty();
        assertThat(List.of("12000", "12,000.00", "-1.00", "012.00", "1.000", ""))
                .allSatisfy(amount ->
                        assertThat(misfits("MoneyArrived", "amount", amount)).isNotEmpty());
        assertThat(List.of("2026-02-30", "2026-3-9", "2026-03-09T00:00:00Z"))
                .allSatisfy(day ->
                        assertThat(misfits("MoneyArrived", "arrivedOn", day)).isNotEmpty());
        assertThat(List.of("2026-03-09", "2026-03-09T08:00:00+08:00"))
                .allSatisfy(time ->
                        assertThat(misfits("TalkEnded", "endedAt", time)).isNotEmpty());
    }

    private static List<String> misfits(String type, String field, String value) {
        return SCHEMAS.misfits(type, ((ObjectNode) example(type)).put(field, value));
    }

    private static JsonNode example(String type) {
        return SCHEMAS.get(type).path("examples").get(0).deepCopy();
    }

    @Test
    void anApprovalWaitsOrIsDecidedBySomebodyAndARefusalSaysWhy() {
        String by = ",\"decidedBy\":\"s2\",\"decidedAt\":\"2026-03-02T01:00:00Z\"";

        assertThat(approval("\"WAITING\"")).isEmpty();
        assertThat(approval("\"GRANTED\"" + by)).isEmpty();
        assertThat(approval("\"REFUSED\",\"reason\":\"材料不足\"" + by)).isEmpty();

        assertThat(approval("\"WAITING\"" + by)).isNotEmpty();
        assertThat(approval("\"GRANTED\"")).isNotEmpty();
        assertThat(approval("\"REFUSED\"" + by)).isNotEmpty();
        assertThat(approval("\"PENDING\"" + by)).isNotEmpty();
    }

    private static List<String> approval(String state) {
        ObjectNode body = (ObjectNode) example("ClueReviewed");
        body.set("approval", JSON.readTree("{\"appliedBy\":\"s1\",\"state\":" + state + "}"));
        return SCHEMAS.misfits("ClueReviewed", body);
    }
}
