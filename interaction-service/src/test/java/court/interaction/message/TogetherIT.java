package court.interaction.message;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.interaction.message.RoomTurn.Asked;
import court.platform.model.Refused;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.support.Caller.Answer;
import court.platform.web.Command;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import tools.jackson.databind.JsonNode;

/** What several people ask at the same time, written in one transaction. */
class TogetherIT {

    private final OpenCase here = Courthouse.openCase();
    private final OpenCase there = Courthouse.openCase();

    private static Asked asked(OpenCase open, String party, Saying saying, String key) {
        Actor actor = new Actor("account-" + party + open.id(), Set.of(Role.PARTY), null, open.key(party));
        Command command =
                new Command(actor, key, "POST " + open.path("/messages"), "digest of " + saying.text(), 201, null);
        return new Asked(actor, open.id(), saying, command, "00-" + "1".repeat(32) + "-" + "2".repeat(16) + "-01");
    }

    private static Asked asked(OpenCase open, String party, String text, String... audience) {
        List<String> readers = audience.length == 0 ? null : List.of(audience);
        return asked(
                open,
                party,
                new Saying(text, readers, null, null, null),
                UUID.randomUUID().toString());
    }

    private static List<Signal<Posted>> together(Asked... group) {
        Voice voice = Courthouse.service().bean(Voice.class);
        List<Mono<Posted>> answers = Objects.requireNonNull(Courthouse.service()
                .bean(WriteUnit.class)
                .run(() -> voice.written(List.of(group), false))
                .block());
        return answers.stream()
                .map(answer -> Objects.requireNonNull(answer.materialize().block()))
                .toList();
    }

    private static List<String> texts(OpenCase open, String party) {
        return open.entries(open.party(party)).stream()
                .filter(it -> it.has("text"))
                .map(it -> it.get("seq").asLong() + " " + it.get("text").asString())
                .toList();
    }

    @Test
    void eachStandsInItsRoomInOrderAndIsToldOnce() {
        List<Signal<Posted>> answers = together(
                asked(here, "a1", "甲一"),
                asked(there, "a1", "乙一"),
                asked(here, "a2", "甲二，只给法院", "COURT"),
                asked(there, "a2", "乙二"),
                asked(here, "a1", "甲三"));

        assertThat(answers).noneMatch(Signal::hasError);
        assertThat(texts(here, "a1")).containsExactly("1 甲一", "2 甲三");
        assertThat(texts(here, "a2")).containsExactly("1 甲一", "2 甲二，只给法院", "3 甲三");
        assertThat(texts(there, "a1")).containsExactly("1 乙一", "2 乙二");
        assertThat(here.entries(here.judge()).stream()
                        .filter(it -> it.has("text"))
                        .map(it -> it.get("text").asString()))
                .containsExactly("甲一", "甲二，只给法院", "甲三");
        for (OpenCase open : List.of(here, there)) {
            assertThat(Courthouse.rows("select sequence from outbox where case_id = '" + open.id() + "' order by id"))
                    .isEqualTo(Courthouse.rows(
                            "select generate_series(1, count(*)) from outbox where case_id = '" + open.id() + "'"));
        }
        assertThat(Courthouse.rows(
                        "select count(distinct xmin::text) from message where kind = 'TEXT' and case_id in ('"
                                + here.id() + "', '" + there.id() + "')"))
                .containsExactly("1");
    }

    @Test
    void whoIsRefusedHoldsNobodyUpAndMayUseTheirKeyAgain() {
        String key = UUID.randomUUID().toString();
        Saying tooLong = new Saying("长".repeat(5_001), null, null, null, null);

        List<Signal<Posted>> answers = together(
                asked(here, "a1", tooLong, key),
                asked(there, "nobody", "我不是当事人"),
                asked(here, "a2", "给不在场的人", "r1"),
                asked(there, "a1", "照常"));

        assertThat(answers.subList(0, 3))
                .extracting(answer -> ((Refused) Objects.requireNonNull(answer.getThrowable()))
                        .refusal()
                        .code())
                .containsExactly("message.text_too_long", "access.not_yours", "message.not_in_room");
        assertThat(texts(there, "a1")).containsExactly("1 照常");
        assertThat(here.entries(here.judge())).noneMatch(it -> it.has("text"));

        Signal<Posted> shorter = together(asked(here, "a1", new Saying("短", null, null, null, null), key))
                .getFirst();
        assertThat(shorter.hasValue()).isTrue();
    }

    @Test
    void aKeyAnsweredBeforeIsAnsweredTheSameAmongOthersToo() {
        String key = UUID.randomUUID().toString();
        Saying once = new Saying("只一次", null, null, null, null);
        together(asked(here, "a1", once, key));

        List<Signal<Posted>> answers = together(
                asked(here, "a1", once, key),
                asked(here, "a2", "另一条"),
                asked(
                        there,
                        "a1",
                        new Saying("别的", null, null, null, null),
                        UUID.randomUUID().toString()));

        assertThat(answers.getFirst().getThrowable()).hasMessage("replayed");
        assertThat(texts(here, "a1")).containsExactly("1 只一次", "2 另一条");
        assertThat(texts(there, "a1")).containsExactly("1 别的");
    }

    @Test
    void whatWaitsForAnAnswerIsFollowedInOrder() {
        Actor judge = new Actor("judge-1", Set.of(Role.ENFORCEMENT_JUDGE), "沪0117", null);
        Asked answer = new Asked(
                judge,
                here.id(),
                new Saying("收到", null, null, null, null),
                null,
                "00-" + "1".repeat(32) + "-" + "2".repeat(16) + "-01");

        together(asked(here, "a1", "第一问"), asked(here, "a2", "甲二问"), answer, asked(here, "a2", "又问"));

        assertThat(Courthouse.rows("select party_id, messages from unanswered where case_id = '" + here.id() + "'"))
                .containsExactly("a2 1");
    }

    @Test
    void nothingIsWrittenWhenTheWholeIsNot() {
        Voice voice = Courthouse.service().bean(Voice.class);
        Mono<String> torn = Courthouse.service()
                .bean(WriteUnit.class)
                .run(() -> voice.written(List.of(asked(here, "a1", "一"), asked(there, "a1", "二")), false)
                        .then(Mono.error(new IllegalStateException("no"))));

        assertThat(torn.materialize().block()).matches(it -> it != null && it.hasError());
        assertThat(Stream.of(here, there).flatMap(open -> open.entries(open.judge()).stream()))
                .noneMatch((JsonNode it) -> it.has("text"));
    }

    @Test
    void aRoomThatIsBusyHoldsNoOtherUp() throws Exception {
        try (Connection busy = Courthouse.connect();
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("select 1 from room where id = '" + here.id() + "' for update");
            var held = CompletableFuture.supplyAsync(() -> say(here, "等一等"));

            assertThat(say(there, "照常一").status()).isEqualTo(201);
            assertThat(say(there, "照常二").status()).isEqualTo(201);
            assertThat(held).isNotDone();

            busy.rollback();
            assertThat(held.get(20, TimeUnit.SECONDS).status()).isEqualTo(201);
        }
        assertThat(texts(here, "a1")).containsExactly("1 等一等");
    }

    private static Answer say(OpenCase open, String text) {
        return open.party("a1").post(open.path("/messages"), Map.of("text", text));
    }
}
