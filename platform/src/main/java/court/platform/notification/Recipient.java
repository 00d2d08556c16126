package court.platform.notification;

import court.platform.json.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Who is prompted and how they can be reached. With both ways WeChat is taken first, and SMS when that does not work.
 *
 * @param person party id or staff id
 * @param openid their account with the court's mini-program
 */
public record Recipient(
        String person, @Nullable Secret openid, @Nullable Secret phone) {}
