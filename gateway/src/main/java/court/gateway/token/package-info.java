/** Platform tokens: the signing key, what tokens say, tokens for services. */
@NullMarked
package court.gateway.token;

import org.jspecify.annotations.NullMarked;
