package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.Platform.token;

import court.deploy.acceptance.Http.Sent;
import court.deploy.acceptance.Http.Upload;

/** An application on its way to the court, and what was last answered about it. */
record Filing(Person applicant, Person respondent, Answer last) {

    static final String JUDGE = "songjiang-filing";
    static final String OTHER_JUDGE = "songjiang-filing-2";

    static Filing draft(Person applicant, Person respondent) {
        String form = form(applicant, respondent);
        return new Filing(
                applicant,
                respondent,
                HTTP.post(applicant.token(), "/api/v1/filings", form).ok());
    }

    static Filing submitted(Person applicant, Person respondent) {
        return draft(applicant, respondent).attach(Papers.judgment()).submit();
    }

    static String form(Person applicant, Person respondent) {
        return """
                {"courtCode":"沪0117","applicants":[%s],"respondents":[%s],
                 "claim":{"kind":"MONEY","amount":"120000.00","description":"支付购房款及利息"},
                 "basis":{"kind":"JUDGMENT","number":"（2025）沪0117民初1234号","issuedBy":"上海市松江区人民法院",
                 "effectiveOn":"2025-12-01"}}""".formatted(applicant.form(), respondent.respondent());
    }

    String id() {
        String own = last.text("id");
        return own.isEmpty() ? last.json().at("/summary/id").asString() : own;
    }

    String path() {
        return "/api/v1/filings/" + id();
    }

    /** As it is now: something else may have changed it. */
    Filing refreshed() {
        return after(HTTP.get(applicant.token(), path()));
    }

    Filing attach(Upload upload) {
        return after(HTTP.upload(sent(applicant.token(), "/materials"), upload));
    }

    Filing submit() {
        return after(HTTP.post(sent(applicant.token(), "/submission"), ""));
    }

    Filing giveBack(String item, String reason) {
        return after(HTTP.post(sent(token(JUDGE), "/correction"), """
                {"missing":[{"item":"%s","reason":"%s"}],"days":7}""".formatted(item, reason)));
    }

    Filing accept() {
        return after(HTTP.post(sent(token(JUDGE), "/acceptance"), ""));
    }

    /** The next step on the version last seen. */
    Sent sent(String token, String step) {
        return Sent.of(token, path() + step).seen(last.etag());
    }

    Filing after(Answer answer) {
        return new Filing(applicant, respondent, answer.ok());
    }
}
