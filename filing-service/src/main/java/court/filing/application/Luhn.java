package court.filing.application;

/** The check digit of bank cards (ISO/IEC 7812-1 annex B). Accounts of organisations do not have one: it only warns. */
final class Luhn {

    private Luhn() {}

    static boolean holds(String number) {
        if (!number.matches("[0-9]+")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
