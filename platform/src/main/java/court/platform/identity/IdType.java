package court.platform.identity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The kinds of paper that tell who somebody is 证件类型, each with its own check (RF8). Papers without a public check rule
 * are looked at for length and characters only; whether they are genuine is for a person to see.
 */
public enum IdType {
    /** Resident identity card 居民身份证, and the residence permits that follow the same standard. */
    ID_CARD("\\d{17}[0-9X]", IdentityRefusal.ID_CARD_FORM),
    /** Unified social credit code 统一社会信用代码 of organisations. */
    CREDIT_CODE(CreditCode.FORM, IdentityRefusal.CREDIT_CODE_FORM),
    /** Passport 护照 of any country. */
    PASSPORT("[A-Z0-9]{5,20}", IdentityRefusal.PASSPORT_FORM),
    /** Travel permit of Hong Kong and Macao residents 港澳居民来往内地通行证: the card, or the booklet with its renewal count. */
    HK_MACAO_PERMIT("[HM]\\d{8}(?:\\d{2})?", IdentityRefusal.HK_MACAO_PERMIT_FORM),
    /** Travel permit of Taiwan residents 台湾居民来往大陆通行证: the card, or the booklet. */
    TAIWAN_PERMIT("\\d{8}|\\d{10}[A-Z]?", IdentityRefusal.TAIWAN_PERMIT_FORM),
    /** Any other paper of a foreign state, such as a register entry 境外证件. */
    FOREIGN("[A-Z0-9][A-Z0-9 ./-]{2,39}", IdentityRefusal.FOREIGN_FORM),
    /** Bodies without a code, such as a village committee 其他证件; a clerk looks at the paper itself. */
    OTHER("[\\p{L}\\p{N}][\\p{L}\\p{N} ()〔〕./-]{1,49}", IdentityRefusal.OTHER_FORM);

    private static final int FULL_WIDTH_OFFSET = '！' - '!';

    private final Pattern form;
    private final IdentityRefusal wrongForm;

    IdType(String form, IdentityRefusal wrongForm) {
        this.form = Pattern.compile(form);
        this.wrongForm = wrongForm;
    }

    /** Refuses a number that cannot be right, as of the legal date given; gives it back in its {@link #normalise normal form}. */
    public String check(String number, LocalDate today) {
        String normal = normalise(number);
        if (normal.isEmpty()) {
            throw IdentityRefusal.NUMBER_MISSING.because();
        }
        if (!form.matcher(normal).matches()) {
            throw wrongForm.because();
        }
        switch (this) {
            case ID_CARD -> IdCard.check(normal, today);
            case CREDIT_CODE -> CreditCode.check(normal);
            case PASSPORT, HK_MACAO_PERMIT, TAIWAN_PERMIT, FOREIGN, OTHER -> {
                // no public rule
            }
        }
        return normal;
    }

    /** One form for one number however it was typed: no space around it, half width, upper case. */
    public static String normalise(String number) {
        StringBuilder half = new StringBuilder();
        number.chars().forEach(unit -> half.append(halfWidth((char) unit)));
        return half.toString().strip().toUpperCase(Locale.ROOT);
    }

    private static char halfWidth(char unit) {
        if (unit == '\u3000') {
            return ' ';
        }
        return unit >= '！' && unit <= '～' ? (char) (unit - FULL_WIDTH_OFFSET) : unit;
    }
}
