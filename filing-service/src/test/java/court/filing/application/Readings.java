package court.filing.application;

import court.filing.application.Applications.Reading;
import court.filing.application.Applications.Setting;
import court.filing.assignment.Courts;
import court.platform.files.FileSteps;
import court.platform.model.Refused.Fault;
import court.platform.support.RunningService;
import court.platform.vault.LocalKeyPort;
import court.platform.vault.PersonKey;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Reads forms as the service does, without the service. */
final class Readings {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final UUID FILING = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final AnnotationConfigApplicationContext CONTEXT = context();

    private Readings() {}

    private static AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        Path courts = Path.of("src/test/resources/courts.json").toAbsolutePath();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("court.directory", courts.toString())));
        context.registerBean(
                PersonKey.class,
                () -> new PersonKey(new LocalKeyPort(RunningService.folder("readings"), new FileSteps())));
        context.register(Courts.class, Applications.class, Intake.class);
        context.refresh();
        return context;
    }

    static Courts courts() {
        return CONTEXT.getBean(Courts.class);
    }

    static String personKey(String idType, String number) {
        return CONTEXT.getBean(PersonKey.class).of(idType, number);
    }

    static Reading read(Forms form) {
        return read(form, TODAY, null);
    }

    static Reading read(Forms form, LocalDate today, @Nullable Application before) {
        return CONTEXT.getBean(Applications.class)
                .read(form.form(), new Setting(FILING, Channel.WEB, before, today, null));
    }

    static Intake.Assessment assess(Forms form, Channel channel, List<String> kinds) {
        return CONTEXT.getBean(Intake.class)
                .assess(form.form(), kinds, new Setting(FILING, channel, null, TODAY, null));
    }

    static Application application(Forms form) {
        Reading reading = read(form);
        return Objects.requireNonNull(
                reading.application(), () -> told(reading.faults()).toString());
    }

    /** What stands against a form, each as pointer and code. */
    static List<String> faults(Forms form) {
        return told(read(form).faults());
    }

    static List<String> advice(Forms form) {
        return told(read(form).advice());
    }

    static List<String> told(List<Fault> faults) {
        return faults.stream().map(it -> it.pointer() + " " + it.code()).toList();
    }
}
