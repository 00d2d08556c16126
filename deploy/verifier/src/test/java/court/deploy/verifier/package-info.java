@NullMarked
package court.deploy.verifier;

import org.jspecify.annotations.NullMarked;
