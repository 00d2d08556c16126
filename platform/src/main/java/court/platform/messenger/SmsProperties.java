package court.platform.messenger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SMS provider.
 *
 * @param keyId by which it knows our key
 * @param secret the key itself
 */
@ConfigurationProperties("court.notification.sms")
record SmsProperties(
        @DefaultValue("") String address,
        @DefaultValue("") String keyId,
        @DefaultValue("") String secret) {

    @Override
    public String toString() {
        return "SmsProperties[" + keyId + "]";
    }
}
