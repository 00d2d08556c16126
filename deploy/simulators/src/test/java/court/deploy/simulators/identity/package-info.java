@NullMarked
package court.deploy.simulators.identity;

import org.jspecify.annotations.NullMarked;
