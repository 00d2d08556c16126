/** Sessions: who is signed in, refreshing, signing out, and who calls. */
@NullMarked
package court.gateway.session;

import org.jspecify.annotations.NullMarked;
