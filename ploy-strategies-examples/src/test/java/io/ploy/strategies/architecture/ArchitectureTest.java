package io.ploy.strategies.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

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
    static final ArchRule isWrittenAgainstTheApiAlone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.ploy.api..", "io.ploy.strategies..", "java..", "org.jspecify.annotations..", "org.slf4j..")
            .because("a strategy author needs ploy-api and nothing else");

    @ArchTest
    static final ArchRule startsNoThreads = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Thread")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..")
            .because("strategies run on the engine thread");

    @ArchTest
    static final ArchRule noAmountIsKeptAsADouble = noFields()
            .that()
            .haveNameMatching("(?i).*(cash|quantity|shares|notional|balance|pnl).*")
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .because(
                    "money is integers; a double is a model's number and becomes a price by a named rounding to a tick");
}
