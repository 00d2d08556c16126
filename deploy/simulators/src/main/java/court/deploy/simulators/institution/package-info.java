/**
 * Bank, registries and the others that assist in enforcement 协助执行单位, each with books of its own on disk. What they answer is
 * right, unless the script says otherwise.
 */
@NullMarked
package court.deploy.simulators.institution;

import org.jspecify.annotations.NullMarked;
