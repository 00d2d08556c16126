package court.gateway.wechat;

/**
 * A WeChat account as the gateway knows it: never in the clear.
 *
 * @param key pseudonym by which it is found again
 * @param sealed what messages to it are sent by; see {@link court.platform.vault.AccountSeal}
 */
public record WeChatAccount(String key, String sealed) {}
