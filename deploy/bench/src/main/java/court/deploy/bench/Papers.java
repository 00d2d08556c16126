package court.deploy.bench;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What an applicant hands in: the form and the documents. The one place to change when the form asks for more. */
final class Papers {

    /** All of one court, so that the row from which its case numbers come is under load. */
    static final String COURT = "沪0117";

    /** What each document is; one upload for each. */
    static final List<String> MATERIALS = List.of("执行依据", "身份证明", "生效证明");

    private static final int MATERIAL_BYTES = 200 * 1024;

    /** First bytes of a PNG and of its header chunk (PNG §5.2). */
    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };

    private static final String DIVISION_AND_BIRTH = "11010119800101";
    private static final String CHECK = "10X98765432";

    private Papers() {}

    static String form(int applicant) {
        return """
                {"courtCode":"%s",
                 "applicants":[{"kind":"PERSON","name":"演示申请人","idType":"ID_CARD","idNumber":"%s","phone":"13800000000",
                   "account":{"holder":"演示申请人","bank":"演示银行","number":"6222020000000000"}}],
                 "respondents":[{"kind":"ORGANISATION","name":"演示置业有限公司","idType":"CREDIT_CODE","idNumber":"91350100M000100Y43"}],
                 "claim":{"kind":"MONEY","amount":"120000.00","description":"支付购房款"},
                 "basis":{"kind":"JUDGMENT","number":"（2025）沪0117民初1234号","issuedBy":"上海市松江区人民法院","effectiveOn":"2025-12-01"}}
                """.formatted(COURT, idNumber(applicant));
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

    /** A picture of noise: it compresses not at all and is never the same twice. */
    static byte[] material() {
        byte[] bytes = new byte[MATERIAL_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        System.arraycopy(PNG, 0, bytes, 0, PNG.length);
        return bytes;
    }
}
