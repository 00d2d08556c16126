/** The tree of fingerprints 默克尔树 (RFC 6962, RFC 9162 §2.1). Knows nothing but {@code java.*}, so that anybody may reuse it. */
@NullMarked
package court.platform.merkle;

import org.jspecify.annotations.NullMarked;
