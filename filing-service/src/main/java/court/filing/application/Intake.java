package court.filing.application;

import court.filing.application.Applications.Reading;
import court.filing.application.Applications.Setting;
import court.platform.model.Refused.Fault;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at a form together with its materials, as the court will. */
@Component
public class Intake {

    private final Applications applications;
    private final RequiredMaterials materials = RequiredMaterials.shipped();

    Intake(Applications applications) {
        this.applications = applications;
    }

    /**
     * How far an application has come.
     *
     * @param application what can be handed in; null while something is missing
     * @param missing what stands against handing it in
     * @param advice what does not, but is worth a look
     */
    public record Assessment(@Nullable Application application, List<Fault> missing, List<Fault> advice) {

        /** The same where more stands against handing it in. */
        public Assessment lacking(List<Fault> more) {
            return new Assessment(
                    null, Stream.concat(missing.stream(), more.stream()).toList(), advice);
        }
    }

    /** @param kinds of the materials that are attached */
    public Assessment assess(ApplicationForm form, Collection<String> kinds, Setting setting) {
        Reading reading = applications.read(form, setting);
        List<RequiredMaterials.Item> lacking = materials.missing(form, setting.channel(), kinds, setting.today());
        List<Fault> missing = joined(reading.faults(), lacking, true);
        return new Assessment(
                missing.isEmpty() ? reading.application() : null, missing, joined(reading.advice(), lacking, false));
    }

    private static List<Fault> joined(List<Fault> faults, List<RequiredMaterials.Item> lacking, boolean blocking) {
        return Stream.concat(
                        faults.stream(),
                        lacking.stream()
                                .filter(item -> item.blocks() == blocking)
                                .map(RequiredMaterials.Item::told))
                .toList();
    }
}
