/** An SMS provider: signed requests, registered templates, receipts to be asked for; by script it is slow, down, or loses answers. */
@NullMarked
package court.deploy.simulators.sms;

import org.jspecify.annotations.NullMarked;
