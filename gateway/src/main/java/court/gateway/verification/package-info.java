/** Whether people and organisations are who they say: asked of the authority, kept as pseudonyms only. */
@NullMarked
package court.gateway.verification;

import org.jspecify.annotations.NullMarked;
