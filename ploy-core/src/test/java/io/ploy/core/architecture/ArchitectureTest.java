package io.ploy.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
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
    static final ArchRule knowsNoOtherModuleThanTheApi = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.ploy.connectors..", "io.ploy.host..", "io.ploy.strategies..", "io.ploy.testkit..")
            .because("those are built on the core, or loaded by it as plugins");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.ploy.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule keysAreHandledInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("io.ploy.core.signing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.sun.jna..", "okhttp3..", "okio..", "org.bouncycastle..", "org.web3j..")
            .because("native code, cryptography and the way to a remote signer belong to signing");

    @ArchTest
    static final ArchRule signersKnowNothingOfTheEngine = noClasses()
            .that()
            .resideInAPackage("io.ploy.core.signing..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.ploy.core..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("io.ploy.core.signing..")))
            .because("a signer is an implementation of the API and nothing else");
}
