package io.ploy.connectors.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
    static final ArchRule isWrittenAgainstTheApi = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.ploy.api..",
                    "io.ploy.connectors..",
                    "java..",
                    "javax.crypto..",
                    "javax.net..",
                    "org.jspecify.annotations..",
                    "org.slf4j..",
                    // HTTP, WebSocket, JSON, hashing and retries: each behind a package of ours
                    "com.fasterxml.jackson..",
                    "io.github.resilience4j..",
                    "okhttp3..",
                    "okio..",
                    "kotlin..",
                    "org.web3j..")
            .because("a connector is a plugin like a stranger's");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.ploy.connectors.(**)").should().beFreeOfCycles();
}
