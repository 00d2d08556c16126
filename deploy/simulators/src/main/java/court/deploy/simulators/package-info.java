/** Stand-ins for the outside parties of the platform: real HTTP peers with data of their own. */
@NullMarked
package court.deploy.simulators;

import org.jspecify.annotations.NullMarked;
