package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;

import java.util.concurrent.ThreadLocalRandom;

/** A party as they sign in. */
record Person(String name, String idNumber, String phone) {

    /** Somebody nobody has seen before. */
    static Person anybody(String name) {
        var random = ThreadLocalRandom.current();
        String number = "310117%d%02d%02d%03d"
                .formatted(
                        random.nextInt(1950, 2000), random.nextInt(1, 13), random.nextInt(1, 29), random.nextInt(1000));
        return new Person(name, number + checkDigit(number), "199%08d".formatted(random.nextInt(100_000_000)));
    }

    /** GB 11643: ISO 7064 MOD 11-2. */
    private static char checkDigit(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += Character.digit(number.charAt(i), 10) * ((1 << (17 - i)) % 11);
        }
        return "10X98765432".charAt(sum % 11);
    }

    String token() {
        return Platform.token(this, () -> Retrying.until(this::signIn).ok().text("accessToken"));
    }

    Answer signIn() {
        return HTTP.post("", "/api/v1/sessions/development", """
                {"name":"%s","idType":"ID_CARD","idNumber":"%s","phone":"%s"}""".formatted(name, idNumber, phone));
    }

    /** As the one against whom enforcement goes: what the applicant knows. */
    String respondent() {
        return """
                {"kind":"PERSON","name":"%s","idType":"ID_CARD","idNumber":"%s","phone":"%s"}""".formatted(name, idNumber, phone);
    }

    /** As the applicant: with an account of their own, which money cases need. */
    String form() {
        return """
                {"kind":"PERSON","name":"%s","idType":"ID_CARD","idNumber":"%s","phone":"%s",
                 "account":{"holder":"%s","bank":"演示银行","number":"%s"}}""".formatted(name, idNumber, phone, name, account());
    }

    /** An invented account that holds the phone number, so that who looks for the one finds the other. */
    private String account() {
        return "6222" + phone + "0001";
    }
}
