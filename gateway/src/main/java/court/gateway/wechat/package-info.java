/** WeChat accounts: what WeChat says of them, and whose they are. */
@NullMarked
package court.gateway.wechat;

import org.jspecify.annotations.NullMarked;
