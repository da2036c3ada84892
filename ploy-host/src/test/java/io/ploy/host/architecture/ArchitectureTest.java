package io.ploy.host.architecture;

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
    static final ArchRule meetsPluginsOnDiskOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.ploy.connectors..", "io.ploy.strategies..")
            .because("connectors and strategies reach the host as plugins, which proves that the API is enough");

    @ArchTest
    static final ArchRule onlyTheSimulationKnowsTheTestkit = noClasses()
            .that()
            .resideOutsideOfPackage("io.ploy.host.simulate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.ploy.testkit..")
            .because("the host serves the simulated venue to others and trades with nothing of it");
}
