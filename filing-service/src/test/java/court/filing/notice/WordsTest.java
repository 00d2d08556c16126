package court.filing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.notification.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WordsTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("RS4 what is said at each step fits into a message and holds neither link nor number")
    void everyWordingIsOneThatMayGoOut(Words words) {
        Wording said = words.say("上海市松江区人民法院", "（2026）沪0117执123456号", "张某", "松江执行法官一");

        assertThat(said.template()).isEqualTo(words.name());
        assertThat(said.advice()).doesNotContain("%");
    }

    @Test
    void aLongNameIsCutAndNeverStopsTheAct() {
        Wording said = Words.CASE_ACCEPTED.say("很".repeat(40), "很".repeat(40), "张某", "很".repeat(40));

        assertThat(said.about()).hasSize(20).endsWith("…");
        assertThat(said.advice()).hasSize(20);
    }

    @Test
    void aDayIsSaidAsPeopleSayIt() {
        assertThat(Words.CORRECTION_NEEDED
                        .say("法院", "法院", "张某", Words.day(LocalDate.of(2026, 3, 9)))
                        .advice())
                .isEqualTo("请于3月9日前登录平台补正");
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsRegisteredWithTheSmsProviderOfTheDemonstration(Words words) throws Exception {
        JsonNode templates =
                new JsonMapper().readTree(Files.readString(Path.of("../deploy/local/demo/sms-templates.json")));

        String text = templates.path(words.name()).asString("");

        assertThat(text).startsWith("【").contains("${advice}").doesNotContain("http", "www", "点击");
        assertThat(text.replaceAll("\\$\\{(court|name|matter|about|advice)}", ""))
                .doesNotContain("$");
    }
}
