package court.ledger.tile;

import court.platform.blob.BlockingWork;
import court.platform.merkle.Tile;
import court.platform.merkle.TileRejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The tree as files, for whoever wants to hold all of it, or to check it without asking for proofs. */
@RestController
@RequestMapping("/api/v1/ledger/tile")
@Tag(name = "ledger", description = "区块链存证：公开的检查点与证明")
@SecurityRequirements
class TileController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final TileFiles files;

    TileController(TileFiles files) {
        this.files = files;
    }

    @GetMapping(path = "/{level}/{*name}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "默克尔树瓦片", description = "C2SP tlog-tiles：tile/L/N[.p/W]，每个哈希 32 字节；内容永不改变")
    Mono<ResponseEntity<byte[]>> hashes(@PathVariable String level, @PathVariable String name) {
        return file(level, name, files::hashes);
    }

    @GetMapping(path = "/entries/{*name}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "叶子原文", description = "C2SP tlog-tiles：tile/entries/N[.p/W]，每项前为两字节长度；内容永不改变")
    Mono<ResponseEntity<byte[]>> entries(@PathVariable String name) {
        return file("0", name, files::entries);
    }

    private Mono<ResponseEntity<byte[]>> file(String level, String name, Function<Tile, Optional<byte[]>> reading) {
        return BlockingWork.call(() -> reading.apply(tile(level, name))
                .map(it -> ResponseEntity.ok().cacheControl(FOR_EVER).body(it))
                .orElseThrow(TileRefusal.NO_SUCH_TILE::because));
    }

    /** What is not spelt as a tile is not there either. */
    private static Tile tile(String level, String name) {
        try {
            return Tile.parse(level, name.substring(1)); // begins with a slash
        } catch (TileRejected unreadable) {
            throw TileRefusal.NO_SUCH_TILE.because();
        }
    }
}
