/** Property queries 网络查控查询: who was asked about whom, and what was found. */
@NullMarked
package court.asset.query;

import org.jspecify.annotations.NullMarked;
