package court.interaction.search;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.vault.DataKeys;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the marks of words tell, and what they do not. */
class BlindMarksIT extends SearchedRoom {

    @Test
    void marksOfOneWordDifferFromAuthorToAuthorAndCaseToCase() {
        OpenCase another = Courthouse.openCase();
        say(sender, "存款");
        say(sender, "存款！");
        say(open.party("a2"), "存款");
        another.party("a1").post(another.path("/messages"), Map.of("text", "存款"));

        List<String> marks = Courthouse.rows("select suite || ' ' || words::text from message where case_id in ('"
                + open.id() + "', '" + another.id() + "') order by posted_at");

        assertThat(marks).hasSize(4).allMatch(it -> it.matches("AES1 \\{-?\\d+}"));
        assertThat(marks.get(1)).as("the same author in the same case").isEqualTo(marks.get(0));
        assertThat(marks.stream().distinct()).hasSize(3);
    }

    @Test
    void marksDoNotTellTheOrderOfTheSigns() {
        say(sender, "被执行人名下银行存款已经足额冻结并将依法扣划");

        List<String> marks = Courthouse.rows("select unnest(words) from message where case_id = '" + open.id() + "'");

        assertThat(marks.stream().map(Long::valueOf)).hasSize(21).isSorted();
    }

    @Test
    void wordsOfAPersonWhoseKeyWasDestroyedAreNotFound() {
        say(sender, "银行存款在外地");
        say(open.party("a2"), "银行存款在本地");

        Courthouse.service().bean(DataKeys.class).destroy(open.id(), "a1");

        assertThat(texts(open.judge(), "q", "银行存款")).containsExactly("银行存款在本地");
        assertThat(texts(open.judge(), "q", "依法删除")).isEmpty();
        assertThat(texts(open.judge(), "sender", "a1")).containsExactly("（已依法删除）");
    }

    @Test
    void messagesFromBeforeTheMarksAreReadThroughAndMarkedLater() {
        say(sender, "银行存款");
        say(sender, "别的话");
        String unreadable = say(sender, "银行贷款");
        unmark("");
        assertThat(texts(sender, "q", "银行存款", "kind", "TEXT")).containsExactly("银行存款");
        assertThat(texts(sender, "kind", "FILE")).isEmpty();
        unmark(", body = replace(body, 'AES1', 'XXX1')  where id = '" + unreadable + "' --");

        Courthouse.service().bean(MarkOldMessagesTask.class).round();

        assertThat(Courthouse.rows(
                        "select kind, owner, suite, cardinality(words) from message where suite is not null and case_id = '"
                                + open.id() + "' order by posted_at"))
                .containsExactly("TEXT a1 AES1 3", "TEXT a1 AES1 2");
        Courthouse.execute(
                "update message set body = replace(body, 'XXX1', 'AES1') where case_id = '" + open.id() + "'");
        assertThat(texts(sender, "q", "银行")).containsExactly("银行贷款", "银行存款");
    }

    private void unmark(String more) {
        Courthouse.execute("update message set kind = null, owner = null, suite = null, words = null " + more
                + " where case_id = '" + open.id() + "'");
    }
}
