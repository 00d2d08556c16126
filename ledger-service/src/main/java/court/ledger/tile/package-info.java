/** Tiles 账本瓦片: the whole tree as files that never change, laid out for anybody (c2sp.org/tlog-tiles). */
@NullMarked
package court.ledger.tile;

import org.jspecify.annotations.NullMarked;
