/** The court's own identity provider, played by an OpenID Connect server with seeded staff. */
@NullMarked
package court.deploy.simulators.identity;

import org.jspecify.annotations.NullMarked;
