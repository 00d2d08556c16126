/** What the gateway's tests talk to: stub services, a fake identity provider, and a running gateway. */
@NullMarked
package court.gateway.support;

import org.jspecify.annotations.NullMarked;
