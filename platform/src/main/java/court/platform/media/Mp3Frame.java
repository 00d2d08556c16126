package court.platform.media;

import java.io.EOFException;

/**
 * One frame of layer III, as its first four bytes tell (ISO/IEC 11172-3 §2.4.2.3, ISO/IEC 13818-3).
 *
 * @param size in bytes
 * @param samples in it
 * @param rate samples a second
 * @param sideInfoEnd where a Xing header would stand
 */
record Mp3Frame(int size, int samples, int rate, int sideInfoEnd) {

    private static final int[] KBITS_1 = {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBITS_2 = {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};
    private static final int MPEG_1 = 3;

    static Mp3Frame of(int head) throws EOFException {
        int version = head >>> 19 & 3;
        int bits = head >>> 12 & 15;
        int rateIndex = head >>> 10 & 3;
        boolean frame = head >>> 21 == 0x7FF && version != 1 && (head >>> 17 & 3) == 1;
        if (!frame || bits == 0 || bits == 15 || rateIndex == 3) {
            throw new EOFException("no frame of layer III");
        }
        boolean one = version == MPEG_1;
        int rate = RATES[rateIndex] >> (one ? 0 : version == 2 ? 1 : 2);
        int samples = one ? 1_152 : 576;
        int size = samples / 8 * (one ? KBITS_1 : KBITS_2)[bits - 1] * 1_000 / rate + (head >>> 9 & 1);
        boolean mono = (head >>> 6 & 3) == 3;
        int sideInfo = one ? mono ? 17 : 32 : mono ? 9 : 17;
        return new Mp3Frame(size, samples, rate, 4 + sideInfo);
    }

    long millis(long frames) {
        return frames * samples * 1_000 / rate;
    }
}
