/** The authority that knows who people and organisations are: asked whether facts match, it says yes or no and nothing more. */
@NullMarked
package court.deploy.simulators.verification;

import org.jspecify.annotations.NullMarked;
