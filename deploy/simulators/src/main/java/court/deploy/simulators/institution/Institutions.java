package court.deploy.simulators.institution;

import java.util.List;

/** All institutions played here. */
final class Institutions {

    private final List<Institution> all;

    Institutions(List<Institution> all) {
        this.all = List.copyOf(all);
    }

    List<Institution> list() {
        return all;
    }

    Institution get(String id) {
        return all.stream()
                .filter(it -> it.profile().id().equals(id))
                .findFirst()
                .orElseThrow(InstitutionRefusal.NO_SUCH_INSTITUTION::because);
    }
}
