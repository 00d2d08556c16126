package court.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import court.platform.support.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.check("court.ledger");
    }

    @Test
    void merkleNeedsNothingButJava() {
        classes()
                .that()
                .resideInAPackage("court.ledger.merkle")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "court.ledger.merkle")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("court.ledger.merkle"));
    }

    @Test
    void notesNeedNothingButJavaAndTheTree() {
        classes()
                .that()
                .resideInAPackage("court.ledger.note")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "court.ledger.note", "court.ledger.merkle")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("court.ledger.note"));
    }
}
