package court.deploy.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import court.platform.bundle.BundleFiles;
import court.platform.bundle.BundleNotes;
import court.platform.bundle.ChainEnd;
import court.platform.bundle.Delivery;
import court.platform.bundle.Delivery.Payload;
import court.platform.bundle.Delivery.Proof;
import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Plays the platform: its keys, its ledger, its packages, and the bundles it makes of them. */
final class Sender {

    static final String COURT = "沪0117";

    final NoteSigner ledger = signer("mobile-micro-enforcement/ledger");
    final NoteSigner seal = signer("mobile-micro-enforcement/seal");
    final NoteSigner bundles = signer("mobile-micro-enforcement/bundles");
    final List<Sent> sent = new ArrayList<>();
    final Path folder;
    private final KeyPair agent = pair();
    private ChainEnd end = ChainEnd.START;

    Sender(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("ledger.vkey"), ledger.key().vkey() + "\n");
            Files.writeString(folder.resolve("seal.vkey"), seal.key().vkey() + "\n");
            Files.writeString(folder.resolve("bundles.vkey"), bundles.key().vkey() + "\n");
            Files.writeString(folder.resolve("agent.pem"), """
                    -----BEGIN PRIVATE KEY-----
                    %s
                    -----END PRIVATE KEY-----
                    """.formatted(Base64.getMimeEncoder()
                    .encodeToString(agent.getPrivate().getEncoded())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One bundle with its files. */
    record Sent(Delivery delivery, byte[] note, byte[] content, byte[] proof) {

        long number() {
            return delivery.number();
        }

        Sent with(byte[] otherContent) {
            return new Sent(delivery, note, otherContent, proof);
        }
    }

    NoteKey agentKey() {
        return NoteKey.of("intranet-agent/" + COURT, agent.getPublic());
    }

    Trusted trusted() {
        return new Trusted(ledger.key(), seal.key(), bundles.key());
    }

    NoteSigner agentSigner() {
        return new NoteSigner(agentKey(), agent.getPrivate());
    }

    /** The next bundle, with this package in it. */
    Sent send(SamplePackage sample) {
        return send(sample, COURT, bundles);
    }

    Sent send(SamplePackage sample, String court, NoteSigner signer) {
        Sent next = bundle(sample, court, end, signer);
        sent.add(next);
        end = ChainEnd.after(next.delivery(), next.note());
        return next;
    }

    Sent bundle(SamplePackage sample, String court, ChainEnd before, NoteSigner signer) {
        byte[] content = sample.bytes();
        Fingerprint print = Fingerprint.of(content);
        byte[] proof = SamplePackage.proof(print, ledger).getBytes(UTF_8);
        long number = before.next();
        Delivery delivery = new Delivery(
                number,
                before.sha256(),
                court,
                Instant.parse("2026-11-22T10:00:00Z").plusSeconds(number),
                sample.caseId(),
                sample.packageId(),
                new Payload(BundleFiles.content(number), content.length, print.sha256(), print.sm3()),
                new Proof(
                        BundleFiles.proof(number),
                        proof.length,
                        Fingerprint.of(proof).sha256()));
        return new Sent(delivery, BundleNotes.write(delivery, signer), content, proof);
    }

    SamplePackage sample(UUID caseId, int number, long from, long to) {
        return new SamplePackage(this, caseId, number, from, to);
    }

    static NoteSigner signer(String name) {
        KeyPair pair = pair();
        return new NoteSigner(NoteKey.of(name, pair.getPublic()), pair.getPrivate());
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
