/** Runs the whole platform on one machine: every part a process of its own, watched and started again when it dies. */
@NullMarked
package court.deploy.local;

import org.jspecify.annotations.NullMarked;
