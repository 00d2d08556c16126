/** Who acts for parties by letter of authority 委托代理人: asked for, approved or refused by the judge, ended. */
@NullMarked
package court.interaction.agent;

import org.jspecify.annotations.NullMarked;
