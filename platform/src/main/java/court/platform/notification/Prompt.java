package court.platform.notification;

import java.util.UUID;

/**
 * One prompt 消息提示 for one person. It tells that something happened and is no service of a document (rule RS4).
 *
 * @param key tells it apart from every other: the same key twice is one prompt; holds ids only
 */
public record Prompt(UUID caseId, String key, Recipient recipient, Wording wording) {}
