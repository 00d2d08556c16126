package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.filing.Http.Answer;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The ways an application comes to the court. */
class ChannelIT {

    private final FilingOffice office = FilingOffice.shared();
    private final Http http = office.http;

    @ParameterizedTest(name = "F2: who signed in through {0} files through {1}")
    @CsvSource({"WEB, WEB", "WECHAT, WECHAT_12368", "SUISHENBAN, SUISHENBAN", "SOMETHING_LATER, WEB"})
    void aPartyFilesByTheWayTheySignedIn(String via, String channel) {
        String party = office.party(via);

        assertThat(http.post(party, "/api/v1/filings", "", "{}").text("channel"))
                .isEqualTo(channel);
        assertThat(http.post(party, "/api/v1/filings?channel=" + channel, "", "{}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    @DisplayName("F2: the channel goes with the application to the court")
    void theChannelIsTold() throws SQLException {
        String party = office.party("SUISHENBAN");
        Answer submitted = office.submit(party, office.draft(party, "", FilingOffice.form()), "执行依据");

        JsonNode told = office.told(submitted.text("id"), "FilingSubmitted");

        assertThat(told.path("channel").asString()).isEqualTo("SUISHENBAN");
        assertThat(told.has("enteredBy")).isFalse();
        assertThat(http.get(office.judge, "/api/v1/filings?channel=SUISHENBAN")
                        .response()
                        .body())
                .contains(submitted.text("id"));
    }

    @Test
    void nobodyChoosesAChannelThatIsNotTheirs() {
        String web = office.party("WEB");

        for (String other : new String[] {"WECHAT_12368", "SUISHENBAN", "MAIL", "COUNTER"}) {
            assertThat(http.post(web, "/api/v1/filings?channel=" + other, "", "{}")
                            .text("code"))
                    .isEqualTo("filing.channel_not_yours");
        }
        assertThat(http.post(web, "/api/v1/filings?channel=FAX", "", "{}").text("code"))
                .isEqualTo("filing.channel_unknown");
        assertThat(http.post(office.clerk, "/api/v1/filings", "", "{}").text("code"))
                .isEqualTo("filing.channel_needed");
        assertThat(http.post(office.clerk, "/api/v1/filings?channel=WEB", "", "{}")
                        .text("code"))
                .isEqualTo("filing.channel_needed");
        assertThat(http.post(office.judge, "/api/v1/filings?channel=MAIL", "", "{}")
                        .text("code"))
                .isEqualTo("access.role_missing");
    }
}
