package court.archive.sync;

import static court.archive.RunningArchive.ARCHIVE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import court.platform.blob.BlobStore;
import court.platform.blob.StoredBlob;
import court.platform.bundle.Acknowledgement;
import court.platform.bundle.Acknowledgement.Answer;
import court.platform.bundle.Acknowledgement.Gap;
import court.platform.bundle.Acknowledgement.Verdict;
import court.platform.bundle.BundleNotes;
import court.platform.bundle.ChainEnd;
import court.platform.bundle.Delivery;
import court.platform.model.Uuid7;
import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;

/** Plays the agent of one court, and the sealing that gives it something to fetch. */
final class Intranet {

    final String court;
    final NoteSigner signer;
    final String token;
    ChainEnd end = ChainEnd.START;
    private final WebTestClient web = WebTestClient.bindToServer()
            .baseUrl(ARCHIVE.service.address())
            .responseTimeout(Duration.ofSeconds(20))
            .build();

    Intranet(String court, int secret) {
        this.court = court;
        this.signer = signer("intranet-agent/" + court, secret);
        this.token = ARCHIVE.tokens.staff("intranet", court, "ARCHIVE_SYNC");
    }

    /** The key whose secret half is this byte thirty-two times; the configuration of the tests holds the public half. */
    private static NoteSigner signer(String name, int secret) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) secret);
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.writeBytes(HexFormat.of().parseHex("302e020100300506032b657004220420"));
        encoded.writeBytes(seed);
        try {
            PrivateKey key =
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded.toByteArray()));
            String vkey = Objects.requireNonNull(
                    ARCHIVE.service.bean(SyncSettings.class).agents().get(secret == 1 ? "one" : "two"));
            return new NoteSigner(NoteKey.parse(vkey), key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }

    /** A sealed package of this court, waiting for its bundle. */
    UUID seal(byte[] content) {
        UUID caseId = Uuid7.at(Instant.now());
        UUID packageId = UUID.randomUUID();
        StoredBlob blob = Objects.requireNonNull(ARCHIVE.service
                .bean(BlobStore.class)
                .put(caseId, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(content)), 1 << 20)
                .block());
        ARCHIVE.execute("""
                insert into sealed_package (package_id, case_id, number, case_number, court, pages, file_id, name, size,
                    sha256, sm3, volume_file_id, volume_size, volume_sha256, volume_sm3, seal, proof, sealed_at)
                values ('%s', '%s', 0, '（2026）沪执1号', '%s', 1, 'f', 'n.zip', %d, '%s', '%s', 'v', 1, '%s', '%s', 's',
                    'proof of %s', now())""".formatted(
                        packageId,
                        caseId,
                        court,
                        content.length,
                        blob.digests().sha256(),
                        blob.digests().sm3(),
                        "a".repeat(64),
                        "b".repeat(64),
                        packageId));
        return packageId;
    }

    /** Waits for the bundle of a package. */
    Delivery bundle(UUID packageId) {
        await().atMost(Duration.ofSeconds(20)).until(() -> ARCHIVE.rows("bundle", "package_id", packageId) == 1);
        String number = ARCHIVE.query("select number from bundle where package_id = '" + packageId + "'")
                .getFirst();
        return BundleNotes.delivery(
                note(Long.parseLong(number)),
                List.of(ARCHIVE.service.bean(Pen.class).key()));
    }

    byte[] note(long number) {
        return bytes(get("/api/v1/bundles/" + number));
    }

    ResponseSpec get(String path, String... headers) {
        return getAs(token, path, headers);
    }

    ResponseSpec getAs(String other, String path, String... headers) {
        return web.get()
                .uri(path)
                .headers(it -> {
                    it.setBearerAuth(other);
                    for (int i = 0; i < headers.length; i += 2) {
                        it.set(headers[i], headers[i + 1]);
                    }
                })
                .exchange();
    }

    ResponseSpec openly(String path) {
        return web.get().uri(path).exchange();
    }

    static byte[] bytes(ResponseSpec answer) {
        byte[] body = answer.expectBody().returnResult().getResponseBody();
        return body == null ? new byte[0] : body;
    }

    static String text(ResponseSpec answer) {
        return new String(bytes(answer), UTF_8);
    }

    Answer received(Delivery delivery) {
        return answer(delivery, Verdict.RECEIVED, null);
    }

    Answer answer(Delivery delivery, Verdict verdict, @Nullable String reason) {
        return new Answer(
                delivery.number(), delivery.packageId(), verdict, reason, BundleNotes.sha256(note(delivery.number())));
    }

    /** The next acknowledgement, signed. */
    byte[] next(List<Gap> gaps, Answer... answers) {
        return sign(end, court, gaps, answers);
    }

    byte[] sign(ChainEnd before, String about, List<Gap> gaps, Answer... answers) {
        return BundleNotes.write(
                new Acknowledgement(
                        before.next(),
                        before.sha256(),
                        about,
                        Instant.parse("2026-11-22T10:00:00Z"),
                        List.of(answers),
                        gaps),
                signer);
    }

    /** What follows goes on after this note. */
    void after(byte[] note) {
        end = ChainEnd.after(BundleNotes.acknowledgement(note, List.of(signer.key())), note);
    }

    ResponseSpec handIn(byte[] note) {
        return handInAs(token, note);
    }

    ResponseSpec handInAs(String other, byte[] note) {
        return web.post()
                .uri("/api/v1/bundles/acknowledgements")
                .headers(it -> it.setBearerAuth(other))
                .contentType(new MediaType("text", "plain", UTF_8))
                .bodyValue(note)
                .exchange();
    }
}
