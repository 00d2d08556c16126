package court.filing.assignment;

import java.util.List;
import java.util.UUID;

/**
 * What an assignment must know of its case.
 *
 * @param court the court's code
 * @param acceptedBy staff id of the filing judge, who does not enforce what they accepted 立审执分离
 * @param applicants party ids, who are told of each judge
 */
public record Matter(UUID id, String court, String acceptedBy, List<String> applicants) {

    public Matter {
        applicants = List.copyOf(applicants);
    }
}
