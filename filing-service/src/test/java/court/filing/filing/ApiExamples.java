package court.filing.filing;

import court.filing.filing.Http.Answer;

/** The examples of the API description, played by the callers of these tests. */
final class ApiExamples {

    private ApiExamples() {}

    static String request(String operation) {
        return court.platform.support.ApiExamples.request(operation);
    }

    static Answer same(String operation, Answer answer) {
        court.platform.support.ApiExamples.mustBeTrue(operation, answer.status(), answer.body());
        return answer;
    }
}
