package court.platform.identity;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The number of a resident identity card 公民身份号码 (GB 11643-1999): six digits of division, eight of birth date, three of
 * sequence, one check character.
 *
 * <p>Of the division only the province is looked at. A card keeps the division of its first registration, and many of
 * those are gone from today's list after reorganisations, so a list of counties would turn away older people.
 */
final class IdCard {

    /** ISO 7064 MOD 11-2, check character by remainder. */
    private static final String CHECK = "10X98765432";

    private IdCard() {}

    /** The number has 17 digits and one digit or X. */
    static void check(String number, LocalDate today) {
        if (!Provinces.isKnown(number.substring(0, 2))) {
            throw IdentityRefusal.ID_CARD_DIVISION.because();
        }
        if (!isBirthDate(number.substring(6, 14), today)) {
            throw IdentityRefusal.ID_CARD_BIRTH_DATE.because();
        }
        if (checkCharacter(number) != number.charAt(17)) {
            throw IdentityRefusal.ID_CARD_CHECK_DIGIT.because();
        }
    }

    private static boolean isBirthDate(String digits, LocalDate today) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(digits, 0, 4, 10),
                    Integer.parseInt(digits, 4, 6, 10),
                    Integer.parseInt(digits, 6, 8, 10));
            return !date.isAfter(today);
        } catch (DateTimeException e) {
            return false; // such as 30 February
        }
    }

    private static char checkCharacter(String number) {
        int sum = 0;
        int weight = 1;
        for (int i = 16; i >= 0; i--) {
            weight = weight * 2 % 11;
            sum += Character.digit(number.charAt(i), 10) * weight;
        }
        return CHECK.charAt(sum % 11);
    }
}
