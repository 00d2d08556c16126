/** Signing in: staff through the court's identity provider, parties through a verified identity. */
@NullMarked
package court.gateway.signin;

import org.jspecify.annotations.NullMarked;
