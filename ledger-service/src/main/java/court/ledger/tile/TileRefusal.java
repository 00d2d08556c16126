package court.ledger.tile;

import court.platform.model.Refusal;

/** Why a tile is not given. */
enum TileRefusal implements Refusal {
    NO_SUCH_TILE(Kind.NOT_FOUND, "账本中没有这块瓦片；请按最新检查点的大小计算路径。");

    private final Kind kind;
    private final String detail;

    TileRefusal(Kind kind, String detail) {
        this.kind = kind;
        this.detail = detail;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String detail() {
        return detail;
    }
}
