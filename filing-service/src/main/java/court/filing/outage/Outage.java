package court.filing.outage;

import court.platform.calendar.LegalCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * A time in which the platform could not be used 平台故障, as evidence for who missed a limit (rule K5).
 *
 * @param part what was down
 * @param recordedBy the service itself, or the account of who recorded it by hand
 */
public record Outage(
        UUID id,
        String part,
        Instant began,
        Instant ended,
        Source source,
        String recordedBy,
        Instant recordedAt,
        String note) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日HH时mm分ss秒");

    /** Who noticed it. */
    public enum Source {
        /** the platform, by its own heartbeat */
        SELF,
        /** operations, by hand */
        OPS
    }

    /** What the certificate says, in Beijing time. */
    String certificate() {
        Duration length = Duration.between(began, ended);
        String recorded = switch (source) {
            case SELF -> "本记录由平台根据自身运行心跳自动生成";
            case OPS -> "本记录由运维人员（账号 " + recordedBy + "）登记，事由：" + note;
        };
        return "移动微执行平台自北京时间%s起至%s止不能正常使用，历时%d小时%d分%d秒。%s，记录时间为%s。"
                .formatted(
                        local(began),
                        local(ended),
                        length.toHours(),
                        length.toMinutesPart(),
                        length.toSecondsPart(),
                        recorded,
                        local(recordedAt));
    }

    private static String local(Instant instant) {
        return TIME.format(ZonedDateTime.ofInstant(instant, LegalCalendar.ZONE));
    }
}
