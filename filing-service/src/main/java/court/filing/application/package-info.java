/** What an applicant fills in, and what it takes to be an application. */
@NullMarked
package court.filing.application;

import org.jspecify.annotations.NullMarked;
