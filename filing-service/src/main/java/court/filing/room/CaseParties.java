package court.filing.room;

import java.util.List;

/** Who is in an accepted case, by party id. */
public record CaseParties(List<String> applicants, List<String> respondents) {

    public CaseParties {
        applicants = List.copyOf(applicants);
        respondents = List.copyOf(respondents);
    }
}
