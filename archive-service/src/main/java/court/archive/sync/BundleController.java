package court.archive.sync;

import court.archive.sync.AcknowledgementDesk.Taken;
import court.archive.sync.Bundles.Made;
import court.platform.blob.Downloads;
import court.platform.bundle.BundleFiles;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The counter where a court's intranet fetches its bundles and hands in acknowledgements. For that court's machine alone. */
@RestController
@RequestMapping("/api/v1/bundles")
@Tag(name = "bundles", description = "内网归档：带编号和签名的数据包及回执")
class BundleController {

    private static final String TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";

    private final Bundles bundles;
    private final AcknowledgementDesk desk;
    private final Downloads downloads;

    BundleController(Bundles bundles, AcknowledgementDesk desk, Downloads downloads) {
        this.bundles = bundles;
        this.desk = desk;
        this.downloads = downloads;
    }

    /**
     * A bundle in the list.
     *
     * @param note the signed note as it is
     */
    record Item(long number, String note) {

        static Item of(Made made) {
            return new Item(made.number(), new String(made.note(), StandardCharsets.UTF_8));
        }
    }

    /** @param items in the order of their numbers */
    record Listing(List<Item> items) {}

    @GetMapping
    @Operation(summary = "本院数据包列表", description = "编号大于 after 的数据包，按编号排列")
    Mono<Listing> list(
            Actor actor,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return bundles.after(courtOf(actor), number(after), Page.size(limit))
                .map(Item::of)
                .collectList()
                .map(Listing::new);
    }

    @GetMapping(path = "/{number}", produces = TEXT)
    @Operation(summary = "数据包说明", description = "C2SP signed-note，正文为一行规范 JSON")
    Mono<ResponseEntity<byte[]>> note(Actor actor, @PathVariable String number) {
        return get(actor, number).map(made -> text(made.note()));
    }

    @GetMapping("/{number}/content")
    @Operation(summary = "数据包内容", description = "封卷包 ZIP，支持 Range 续传")
    Mono<ResponseEntity<Flux<DataBuffer>>> content(
            Actor actor, @PathVariable String number, @RequestHeader HttpHeaders asked) {
        return get(actor, number).flatMap(made -> downloads.answer(item(made), asked));
    }

    @GetMapping(path = "/{number}/proof", produces = TEXT)
    @Operation(summary = "封卷包的存证证明", description = "C2SP tlog-proof")
    Mono<ResponseEntity<byte[]>> proof(Actor actor, @PathVariable String number) {
        return get(actor, number).map(made -> text(made.proof().getBytes(StandardCharsets.UTF_8)));
    }

    /** Needs no idempotency key: the note's own number is one. */
    @PostMapping(path = "/acknowledgements", consumes = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "提交回执", description = "由内网归档机签名、连续编号；同一回执重复提交得到同样的答复")
    Mono<Taken> acknowledge(Actor actor, @RequestBody byte[] note) {
        return desk.take(courtOf(actor), note);
    }

    private Mono<Made> get(Actor actor, String number) {
        return bundles.find(courtOf(actor), number(number)).switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }

    private static Downloads.Item item(Made made) {
        return new Downloads.Item(made.caseId(), BundleFiles.content(made.number()), "application/zip", made.digests());
    }

    private static ResponseEntity<byte[]> text(byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(TEXT)).body(bytes);
    }

    private static String courtOf(Actor actor) {
        String court = actor.mustBe(Role.ARCHIVE_SYNC).court();
        if (court == null) {
            throw AccessRefusal.ROLE_MISSING.because();
        }
        return court;
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw SyncRefusal.NOT_A_NUMBER.because();
        }
        return Long.parseLong(text);
    }
}
