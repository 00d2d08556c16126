@NullMarked
package court.deploy.bench;

import org.jspecify.annotations.NullMarked;
