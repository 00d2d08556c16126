@NullMarked
package court.deploy.witness;

import org.jspecify.annotations.NullMarked;
