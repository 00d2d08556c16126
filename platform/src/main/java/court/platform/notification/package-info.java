/** Prompts 消息提示: told in the transaction of what they tell of, sent by themselves, never lost, visible when they fail. */
@NullMarked
package court.platform.notification;

import org.jspecify.annotations.NullMarked;
