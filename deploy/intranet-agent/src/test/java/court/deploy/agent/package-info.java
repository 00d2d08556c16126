@NullMarked
package court.deploy.agent;

import org.jspecify.annotations.NullMarked;
