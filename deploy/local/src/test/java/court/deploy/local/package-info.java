@NullMarked
package court.deploy.local;

import org.jspecify.annotations.NullMarked;
