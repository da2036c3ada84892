package io.ploy.api.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.ploy.api.Experimental;
import io.ploy.api.Stable;

@ArchTag("matrix")
@AnalyzeClasses(locations = ModuleClasses.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchTests sharedRules = ArchTests.in(SharedRules.class);

    @ArchTest
    static final ArchRule dependsOnNothingButTheJdkSlf4jAndJspecify = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.ploy.api..", "java..", "org.slf4j..", "org.jspecify.annotations..")
            .because("a plugin author gets nothing else along with it");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.ploy.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noAmountIsKeptAsADouble = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("..api.money..", "..api.order..", "..api.portfolio..")
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .because("money is integers");

    @ArchTest
    static final ArchRule noAmountIsGivenAsADouble = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("..api.money..", "..api.order..", "..api.portfolio..")
            .and()
            .doNotHaveName("toDouble")
            .should()
            .haveRawReturnType(double.class)
            .orShould()
            .haveRawReturnType(float.class)
            .because("a double leaves an amount only by the name toDouble, for models");

    @ArchTest
    static final ArchRule everyTypeSaysHowStableItIs = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .areNotAnnotations()
            .should()
            .beAnnotatedWith(Stable.class)
            .orShould()
            .beAnnotatedWith(Experimental.class)
            .because("stability is a promise");
}
