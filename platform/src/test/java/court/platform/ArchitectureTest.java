package court.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who checks a proof must be able to read and run the code that does it, without the rest of the platform. */
class ArchitectureTest {

    @Test
    void merkleNeedsNothingButJava() {
        needsOnly("court.platform.merkle", "nothing else", "java..", "court.platform.merkle");
    }

    /** One class computes SM2, which Java does not have. */
    @Test
    void notesNeedNothingButJavaTheTreeAndPlainWords() {
        needsOnly(
                "court.platform.note",
                "Sm2",
                "java..",
                "court.platform.note",
                "court.platform.merkle",
                "court.platform.model");
    }

    private static void needsOnly(String part, String but, String... these) {
        classes()
                .that()
                .resideInAPackage(part)
                .and()
                .doNotHaveSimpleName("package-info")
                .and()
                .doNotHaveSimpleName(but)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(these)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(part));
    }
}
