package court.deploy.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CodesTest {

    private Instant now = Instant.parse("2026-01-05T01:00:00Z");

    private final Codes codes = new Codes(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void aCodeIsGoodForFiveMinutes() {
        String early = codes.issue("applicant", Codes.Use.LOGIN);
        String late = codes.issue("applicant", Codes.Use.LOGIN);

        now = now.plus(Codes.LAST).minusMillis(1);
        assertThat(codes.redeem(early, Codes.Use.LOGIN)).isEqualTo("applicant");
        now = now.plus(Duration.ofMillis(1));

        assertThatThrownBy(() -> codes.redeem(late, Codes.Use.LOGIN)).hasMessage("invalid code");
    }
}
