/** Measures the platform against a floor: a bare program that does the same work on the same machine. No test, only figures. */
@NullMarked
package court.deploy.bench;

import org.jspecify.annotations.NullMarked;
