package court.platform.support;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules every module's code keeps. Each bites: see {@code HouseRulesTest}, which shows it planted sins. */
public final class HouseRules {

    private HouseRules() {}

    public static final ArchRule NO_EMPTY_NAMES = noClasses()
            .should()
            .haveNameMatching(".*\\.\\w*(Impl|Utils?|Helper|Manager|Dto|DTO|Common|Base)")
            .because("a name says what a thing is");

    public static final ArchRule WIRED_STAYS_INSIDE = classes()
            .that()
            .haveNameMatching(".*(Controller|Listener|Desk|Task)")
            .and()
            .areTopLevelClasses()
            .should()
            .bePackagePrivate()
            .because("people reach it by HTTP or Kafka, code does not");

    public static final ArchRule NOBODY_SUBSCRIBES = noClasses()
            .should()
            .callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "subscribe by hand",
                    call -> call.getName().equals("subscribe")
                            && call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher")))
            .because("a subscription nobody holds is work nobody waits for");

    public static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackages("court.platform.time", "court.deploy..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("trials move the clock and production must not differ from them");

    public static final ArchRule LISTENERS_BLOCK = methods()
            .that()
            .areAnnotatedWith("org.springframework.kafka.annotation.KafkaListener")
            .should()
            .haveRawReturnType(void.class)
            .because("reactive listeners commit out of order")
            .allowEmptyShould(true);

    public static final ArchRule NO_CYCLES =
            slices().matching("court.(*).(*)..").should().beFreeOfCycles();

    public static final ArchRule PLAIN_STAYS_PLAIN = noClasses()
            .that()
            .haveNameMatching(".*(Refusal)")
            .or()
            .resideInAnyPackage(
                    "court.platform.model..",
                    "court.platform.calendar..",
                    "court.platform.contract..",
                    "court.platform.merkle..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..")
            .because("rules of law know no framework")
            .allowEmptyShould(true);

    /** Checks all of them on the main classes of these packages. */
    public static void check(String... packages) {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages);
        all().forEach(rule -> rule.allowEmptyShould(true).check(code));
    }

    public static List<ArchRule> all() {
        return List.of(
                NO_EMPTY_NAMES,
                WIRED_STAYS_INSIDE,
                NOBODY_SUBSCRIBES,
                TIME_COMES_FROM_THE_CLOCK,
                LISTENERS_BLOCK,
                NO_CYCLES,
                PLAIN_STAYS_PLAIN);
    }
}
