/** The city app 随申办 as the court meets it: its public keys, and the tokens with which it hands its users over. */
@NullMarked
package court.deploy.simulators.cityapp;

import org.jspecify.annotations.NullMarked;
