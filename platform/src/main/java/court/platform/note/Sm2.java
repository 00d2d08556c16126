package court.platform.note;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.BigIntegers;

/** Signatures by SM2 with SM3 (GB/T 32918.2), the signer's identity being the standard one (GM/T 0009 §10). */
public final class Sm2 {

    /** An uncompressed point: 04, x, y. */
    static final int PUBLIC_LENGTH = 65;

    private static final int SECRET_LENGTH = 32;
    private static final byte[] IDENTITY = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN =
            new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sm2() {}

    /** A fresh secret: a number from 1 to n-2, 32 bytes, big-endian. */
    public static byte[] freshSecret() {
        BigInteger most = CURVE.getN().subtract(BigInteger.TWO);
        return BigIntegers.asUnsignedByteArray(
                SECRET_LENGTH, BigIntegers.createRandomInRange(BigInteger.ONE, most, RANDOM));
    }

    /** The public half of a secret. */
    public static byte[] publicHalf(byte[] secret) {
        return CURVE.getG().multiply(new BigInteger(1, secret)).normalize().getEncoded(false);
    }

    /** r and s, 32 bytes each. */
    static byte[] sign(byte[] secret, byte[] text) {
        CipherParameters key = new ECPrivateKeyParameters(new BigInteger(1, secret), DOMAIN);
        SM2Signer signer = signer(true, new ParametersWithRandom(key, RANDOM));
        signer.update(text, 0, text.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException broken) {
            throw new IllegalStateException("the signing key does not sign", broken);
        }
    }

    static boolean verifies(byte[] key, byte[] text, byte[] signature) {
        SM2Signer check = signer(false, point(key));
        check.update(text, 0, text.length);
        return check.verifySignature(signature);
    }

    /** Rejects what is no point of the curve. */
    static ECPublicKeyParameters point(byte[] key) {
        try {
            return new ECPublicKeyParameters(CURVE.getCurve().decodePoint(key), DOMAIN);
        } catch (IllegalArgumentException notOnTheCurve) {
            throw new NoteRejected("not an SM2 key: " + notOnTheCurve.getMessage());
        }
    }

    private static SM2Signer signer(boolean signs, CipherParameters key) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(signs, new ParametersWithID(key, IDENTITY));
        return signer;
    }
}
