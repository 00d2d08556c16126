package court.platform.bundle;

import court.platform.bundle.Acknowledgement.Answer;
import court.platform.bundle.Acknowledgement.Gap;
import court.platform.bundle.Acknowledgement.Verdict;
import court.platform.bundle.Delivery.Payload;
import court.platform.bundle.Delivery.Proof;
import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Bundles to try things with. */
final class Letters {

    static final Instant TIME = Instant.parse("2026-11-22T10:00:00.123456Z");
    static final UUID PACKAGE = UUID.fromString("0190a000-0000-7000-8000-000000000002");

    private static final UUID CASE = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    private Letters() {}

    static NoteSigner signer(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new NoteSigner(NoteKey.of(name, pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Delivery delivery(ChainEnd end) {
        return new Delivery(
                end.next(),
                end.sha256(),
                "沪0117",
                TIME,
                CASE,
                PACKAGE,
                new Payload(BundleFiles.content(end.next()), 4096, "a".repeat(64), "b".repeat(64)),
                new Proof(BundleFiles.proof(end.next()), 700, "c".repeat(64)));
    }

    static Acknowledgement acknowledgement(ChainEnd end) {
        return new Acknowledgement(
                end.next(),
                end.sha256(),
                "沪0117",
                TIME,
                List.of(
                        new Answer(1, PACKAGE, Verdict.RECEIVED, null, "d".repeat(64)),
                        new Answer(2, PACKAGE, Verdict.REJECTED, "data/files/x.pdf：内容与清单不符", "e".repeat(64))),
                List.of(new Gap(4, 5)));
    }
}
