@NullMarked
package court.deploy.simulators.institution;

import org.jspecify.annotations.NullMarked;
