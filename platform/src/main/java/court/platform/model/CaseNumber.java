package court.platform.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number a court gives a case 案号, such as （2020）沪0117执1003号 (RF4). Whatever the width of brackets and digits, and
 * whatever blanks stand in it, it is the same number; it is printed with full-width brackets, plain digits and no blanks.
 *
 * @param court the court's code 法院代字: one character of the region, and two or four digits below the high court
 * @param serial runs per court, year and type from 1
 */
public record CaseNumber(int year, String court, Type type, int serial) {

    /** What the case is about 案件类型代字. */
    public enum Type {
        /** First enforcement 首次执行. */
        ENFORCEMENT("执"),
        /** Enforcement resumed 恢复执行. */
        RESUMED("执恢"),
        /** Preservation 财产保全执行. */
        PRESERVATION("执保"),
        /** Objection 执行异议. */
        OBJECTION("执异"),
        /** Review 执行复议. */
        REVIEW("执复"),
        /** Supervision 执行监督. */
        SUPERVISION("执监"),
        /** Coordination 执行协调. */
        COORDINATION("执协"),
        /** Any other 其他执行. */
        OTHER("执他");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        private static Type of(String text) {
            return Arrays.stream(values())
                    .filter(type -> type.text.equals(text))
                    .findFirst()
                    .orElseThrow(CaseNumberRefusal.NOT_A_CASE_NUMBER::because);
        }
    }

    private static final Pattern COURT = Pattern.compile("最高法|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军](?:\\d{2}|\\d{4})?");

    private static final Pattern TEXT =
            Pattern.compile("[（(](\\d{4})[）)](最高法|\\p{IsHan}\\d{0,4})(执[恢保异复监协他]?)([1-9]\\d{0,8})号");

    public CaseNumber {
        if (year < 1000 || year > 9999 || serial < 1 || !COURT.matcher(court).matches()) {
            throw CaseNumberRefusal.NOT_A_CASE_NUMBER.because();
        }
    }

    @JsonCreator
    public static CaseNumber parse(String text) {
        Matcher parts = TEXT.matcher(plain(text));
        if (!parts.matches()) {
            throw CaseNumberRefusal.NOT_A_CASE_NUMBER.because();
        }
        return new CaseNumber(
                Integer.parseInt(parts.group(1)),
                parts.group(2),
                Type.of(parts.group(3)),
                Integer.parseInt(parts.group(4)));
    }

    /** Without blanks (the ideographic and the unbreakable one too), with digits of ASCII. */
    private static String plain(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @JsonValue
    public String text() {
        return "（" + year + "）" + court + type.text() + serial + "号";
    }

    @Override
    public String toString() {
        return text();
    }
}
