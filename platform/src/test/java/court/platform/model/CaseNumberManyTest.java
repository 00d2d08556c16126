package court.platform.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Case numbers by the ten thousand: every type, form of court and year; the seed is printed, so that a failure comes again. */
class CaseNumberManyTest {

    private static final String REGIONS = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军";
    private static final int EACH = 10_000;

    private final long seed = Long.getLong("court.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    @DisplayName("RF4: what is printed reads back as itself, whatever the type, court, year and serial")
    void parseUndoesFormat() {
        for (CaseNumber.Type type : CaseNumber.Type.values()) {
            for (int i = 0; i < EACH; i++) {
                CaseNumber number = any(type);

                assertThat(CaseNumber.parse(number.text()))
                        .as("seed %d", seed)
                        .isEqualTo(number)
                        .hasToString(number.text());
            }
        }
    }

    @Test
    @DisplayName("RF4: brackets and digits of either width and blanks make no other number")
    void spellingMakesNoOtherNumber() {
        for (CaseNumber.Type type : CaseNumber.Type.values()) {
            for (int i = 0; i < EACH; i++) {
                CaseNumber number = any(type);

                String spelt = misspelt(number.text());

                assertThat(CaseNumber.parse(spelt))
                        .as("seed %d, %s", seed, spelt)
                        .isEqualTo(number)
                        .hasSameHashCodeAs(number);
            }
        }
    }

    @Test
    @DisplayName("RF4: two numbers never print alike")
    void differentNumbersPrintDifferently() {
        for (int i = 0; i < EACH; i++) {
            CaseNumber one = any(CaseNumber.Type.values()[random.nextInt(8)]);
            CaseNumber two = any(CaseNumber.Type.values()[random.nextInt(8)]);

            assertThat(one.text().equals(two.text())).as("seed %d", seed).isEqualTo(one.equals(two));
        }
    }

    private CaseNumber any(CaseNumber.Type type) {
        int serial = random.nextInt(2) == 0 ? random.nextInt(1, 10_000) : random.nextInt(1, 1_000_000_000);
        return new CaseNumber(random.nextInt(1000, 10_000), court(), type, serial);
    }

    private String court() {
        String region = REGIONS.substring(random.nextInt(REGIONS.length())).substring(0, 1);
        return switch (random.nextInt(4)) {
            case 0 -> "最高法";
            case 1 -> region;
            case 2 -> region + "%02d".formatted(random.nextInt(100));
            default -> region + "%04d".formatted(random.nextInt(10_000));
        };
    }

    private String misspelt(String text) {
        StringBuilder spelt = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean other = random.nextBoolean();
            spelt.append(
                    switch (c) {
                        case '（' -> other ? '(' : c;
                        case '）' -> other ? ')' : c;
                        default -> other && c >= '0' && c <= '9' ? (char) (c - '0' + '０') : c;
                    });
            if (random.nextInt(5) == 0) {
                spelt.append(" \u3000\u00a0\t".charAt(random.nextInt(4)));
            }
        }
        return spelt.toString();
    }
}
