package court.platform.identity;

/**
 * The unified social credit code of an organisation 统一社会信用代码 (GB 32100-2015): registering authority, kind, six digits of
 * division, nine characters of the organisation, one check character.
 */
final class CreditCode {

    /** The 31 characters by value; I, O, S, V, Z are left out because they look like digits. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    static final String FORM = "[" + ALPHABET + "]{2}\\d{6}[" + ALPHABET + "]{10}";

    private CreditCode() {}

    /** The code has the {@link #FORM}. */
    static void check(String code) {
        if (checkCharacter(code) != code.charAt(17)) {
            throw IdentityRefusal.CREDIT_CODE_CHECK_CHARACTER.because();
        }
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
