/** The city app 随申办: how it hands people over whom it has signed in, and what is believed of that. */
@NullMarked
package court.gateway.cityapp;

import org.jspecify.annotations.NullMarked;
