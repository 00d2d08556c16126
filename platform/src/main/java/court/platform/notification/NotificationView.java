package court.platform.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prompt for who may see it.
 *
 * @param person party id or staff id of who is prompted
 * @param recipient masked, such as 139****0001
 * @param state WAITING, UNKNOWN, SENT, DELIVERED or FAILED
 * @param failure what went wrong last, in Chinese
 * @param weChatFailure why it went by SMS and not by WeChat
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationView(
        UUID id,
        String person,
        String matter,
        String advice,
        Channel channel,
        String channelText,
        String recipient,
        String state,
        String stateText,
        int attempts,
        @Nullable String failureCode,
        @Nullable String failure,
        @Nullable String weChatFailure,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt) {

    static String stateText(String state) {
        return switch (state) {
            case "WAITING" -> "等待发送";
            case "UNKNOWN" -> "正在发送";
            case "SENT" -> "已发出";
            case "DELIVERED" -> "已送到手机";
            default -> "发送失败";
        };
    }
}
