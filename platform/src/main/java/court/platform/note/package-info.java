/** Signed notes and tree checkpoints as the public log tools read them (c2sp.org/signed-note, c2sp.org/tlog-checkpoint). */
@NullMarked
package court.platform.note;

import org.jspecify.annotations.NullMarked;
