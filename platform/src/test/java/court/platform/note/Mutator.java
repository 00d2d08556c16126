package court.platform.note;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Spoils bytes in the ways that accidents and attackers do; the same seed spoils the same. */
public final class Mutator {

    private static final List<String> NUMBERS = List.of(
            "-1",
            "00",
            "01",
            "+1",
            "1e3",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999",
            "٣",
            "");

    private final Random random;

    public Mutator(long seed) {
        this.random = new Random(seed);
    }

    /** One to three mutations of one of the originals; never any of the originals itself. */
    public byte[] spoil(List<byte[]> originals) {
        while (true) {
            byte[] bytes = any(originals);
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes = once(bytes, originals);
            }
            byte[] spoilt = bytes;
            if (originals.stream().noneMatch(it -> Arrays.equals(it, spoilt))) {
                return spoilt;
            }
        }
    }

    private byte[] once(byte[] bytes, List<byte[]> originals) {
        int at = random.nextInt(bytes.length + 1);
        return switch (random.nextInt(10)) {
            case 0 -> flip(bytes);
            case 1 ->
                join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, Math.min(at + 1, bytes.length), bytes.length));
            case 2 -> join(Arrays.copyOf(bytes, at), some(), Arrays.copyOfRange(bytes, at, bytes.length));
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> join(Arrays.copyOf(bytes, at), tail(any(originals)));
            case 5, 6 -> lines(bytes);
            case 7, 8 -> number(bytes);
            default -> join(bytes, some());
        };
    }

    private byte[] flip(byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** A line taken away, doubled, or changed with another. */
    private byte[] lines(byte[] bytes) {
        List<String> lines = new ArrayList<>(List.of(new String(bytes, ISO_8859_1).split("\n", -1)));
        int one = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(random.nextInt(lines.size()), lines.get(one));
            default -> Collections.swap(lines, one, random.nextInt(lines.size()));
        }
        return String.join("\n", lines).getBytes(ISO_8859_1);
    }

    /** Some run of digits becomes another number, or what only looks like one. */
    private byte[] number(byte[] bytes) {
        String number = random.nextBoolean()
                ? NUMBERS.get(random.nextInt(NUMBERS.size()))
                : Long.toString(random.nextLong(1L << random.nextInt(1, 62)));
        String text = new String(bytes, ISO_8859_1);
        var runs = Pattern.compile("(?<=[\n ])[0-9]+(?=\n)")
                .matcher(text)
                .results()
                .toList();
        if (runs.isEmpty()) {
            return flip(bytes);
        }
        var run = runs.get(random.nextInt(runs.size()));
        return (text.substring(0, run.start()) + number + text.substring(run.end())).getBytes(UTF_8);
    }

    private byte[] tail(byte[] bytes) {
        return Arrays.copyOfRange(bytes, random.nextInt(bytes.length + 1), bytes.length);
    }

    private byte[] some() {
        byte[] some = new byte[random.nextInt(1, 9)];
        random.nextBytes(some);
        return some;
    }

    private byte[] any(List<byte[]> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
