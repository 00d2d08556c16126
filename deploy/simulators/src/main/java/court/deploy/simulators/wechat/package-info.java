/** WeChat's server side as a mini-program's backend meets it: the calls, the error codes and the content types of the real one. */
@NullMarked
package court.deploy.simulators.wechat;

import org.jspecify.annotations.NullMarked;
