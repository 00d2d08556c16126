/** Plays the platform's walk from outside, on the very processes that a user starts. */
@NullMarked
package court.deploy.acceptance;

import org.jspecify.annotations.NullMarked;
