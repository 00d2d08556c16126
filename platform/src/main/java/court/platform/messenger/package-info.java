/** Who carries messages to people's phones: WeChat and an SMS provider, each a port and its client. */
@NullMarked
package court.platform.messenger;

import org.jspecify.annotations.NullMarked;
