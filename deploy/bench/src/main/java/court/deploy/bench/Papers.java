package court.deploy.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/** What an applicant hands in: the form and the documents. The one place to change when the form asks for more. */
final class Papers {

    /** All of one court, so that the row from which its case numbers come is under load. */
    static final String COURT = "沪0117";

    /** What each document is; one upload for each. */
    static final List<String> MATERIALS = List.of("执行依据", "身份证明", "生效证明");

    private static final int MATERIAL_BYTES = 200 * 1024;

    /** PNG (RFC 2083 §3.1): what it begins with. */
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Grey, a byte each dot; RFC 2083 §4.1.1. */
    private static final byte[] HEADER =
            ByteBuffer.allocate(13).putInt(500).putInt(400).put((byte) 8).array();

    private static final String DIVISION_AND_BIRTH = "11010119800101";
    private static final String CHECK = "10X98765432";

    private Papers() {}

    static String form(int applicant) {
        return form(applicant, """
                {"kind":"ORGANISATION","name":"演示置业有限公司","idType":"CREDIT_CODE","idNumber":"91350100M000100Y43"}""");
    }

    /** Somebody against whom enforcement goes. */
    static String person(int number) {
        return """
                {"kind":"PERSON","name":"演示被执行人","idType":"ID_CARD","idNumber":"%s","phone":"13900000000"}""".formatted(idNumber(number));
    }

    static String form(int applicant, String respondent) {
        return """
                {"courtCode":"%s",
                 "applicants":[{"kind":"PERSON","name":"演示申请人","idType":"ID_CARD","idNumber":"%s","phone":"13800000000",
                   "account":{"holder":"演示申请人","bank":"演示银行","number":"6222020000000000"}}],
                 "respondents":[%s],
                 "claim":{"kind":"MONEY","amount":"120000.00","description":"支付购房款"},
                 "basis":{"kind":"JUDGMENT","number":"（2025）沪0117民初1234号","issuedBy":"上海市松江区人民法院","effectiveOn":"2025-12-01"}}
                """.formatted(COURT, idNumber(applicant), respondent);
    }

    /** A number of nobody: the check character is right (GB 11643-1999). */
    static String idNumber(int applicant) {
        String number = DIVISION_AND_BIRTH + "%03d".formatted(applicant % 1000);
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            sum += Character.digit(number.charAt(i), 10) * ((1 << (number.length() - i)) % 11);
        }
        return number + CHECK.charAt(sum % 11);
    }

    /** A picture of noise, whole as far as its chunks go: it compresses not at all and is never the same twice. */
    static byte[] material() {
        byte[] noise = new byte[MATERIAL_BYTES];
        ThreadLocalRandom.current().nextBytes(noise);
        ByteBuffer picture = ByteBuffer.allocate(MATERIAL_BYTES + 100).put(PNG);
        chunk(picture, "IHDR", HEADER);
        chunk(picture, "IDAT", noise);
        chunk(picture, "IEND", new byte[0]);
        return Arrays.copyOf(picture.array(), picture.position());
    }

    private static void chunk(ByteBuffer picture, String type, byte[] data) {
        int begin = picture.putInt(data.length).position();
        picture.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 check = new CRC32();
        check.update(picture.array(), begin, picture.position() - begin);
        picture.putInt((int) check.getValue());
    }
}
