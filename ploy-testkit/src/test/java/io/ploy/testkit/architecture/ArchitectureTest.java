package io.ploy.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.ploy.api.architecture.ModuleClasses;
import io.ploy.api.architecture.SharedRules;

@ArchTag("matrix")
@AnalyzeClasses(locations = ModuleClasses.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchTests sharedRules = ArchTests.in(SharedRules.class);

    @ArchTest
    static final ArchRule knowsTheCoreAndTheApiOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.ploy.connectors..", "io.ploy.host..", "io.ploy.strategies..")
            .because("strategies and connectors are tested with it");

    @ArchTest
    static final ArchRule onlyWhatIsForTestsKnowsTestLibraries = noClasses()
            .that()
            .resideOutsideOfPackages("io.ploy.testkit.tck..", "io.ploy.testkit.junit..", "io.ploy.testkit.assertions..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.assertj..")
            .because("the simulated venue is also served by a host that has no test libraries");
}
