/** The edge of a service: commands with keys and versions, problems, OpenAPI. */
@NullMarked
package court.platform.web;

import org.jspecify.annotations.NullMarked;
