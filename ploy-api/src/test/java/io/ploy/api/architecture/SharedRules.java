package io.ploy.api.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/** What holds in every module of Ploy. A module's test includes them with {@code ArchTests.in(SharedRules.class)}. */
public final class SharedRules {
    /** A backtest moves the clock, so whoever reads the machine's own gets a different answer each time. */
    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("SystemClock")
            .and()
            .resideOutsideOfPackage("io.ploy.host.command..")
            .should()
            .accessTargetWhere(isOneOf(
                    "the machine's clock",
                    "java\\.time\\.(chrono\\.)?\\w+\\.now\\((?!java\\.time\\.Clock\\)).*",
                    "java\\.time\\.Clock\\.(system|tick[A-Z])\\w*\\(.*",
                    "java\\.time\\.InstantSource\\.system\\(\\)",
                    "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)",
                    "java\\.util\\.Date\\.<init>\\(\\)",
                    "java\\.util\\.(Gregorian)?Calendar\\.(getInstance\\(.*|<init>\\(\\))"))
            .because("time comes from a clock that is passed in; the machine's is read in SystemClock only");

    /** The same events in the same order give the same state. */
    @ArchTest
    static final ArchRule randomnessHasASeed = noClasses()
            .should()
            .accessTargetWhere(isOneOf(
                    "unseeded randomness",
                    "java\\.lang\\.Math\\.random\\(\\)",
                    "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)",
                    "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)"))
            .because("a run must be repeatable: take a seed, or a generator that is passed in");

    @ArchTest
    static final ArchRule logsGoThroughSlf4j = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j..")
            .because("logs go through SLF4J");

    /** Several instances of Ploy live in one JVM, and a plugin can be loaded twice. */
    @ArchTest
    static final ArchRule noStaticState = fields().that()
            .haveModifier(STATIC)
            .and()
            .doNotHaveModifier(SYNTHETIC)
            .should()
            .haveModifier(FINAL)
            .because("nothing is shared by way of a class");

    /** A second copy of a formula gives a second result. */
    @ArchTest
    static final ArchRule formulasAreWrittenOnce = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("io.ploy.api.maths..")
            .should()
            .haveNameMatching("(cdf|erfc?|kelly)[A-Z0-9_]?.*")
            .because("the shared maths is in io.ploy.api.maths");

    private SharedRules() {}

    private static DescribedPredicate<JavaAccess<?>> isOneOf(String what, String... patterns) {
        Pattern pattern = Pattern.compile(String.join("|", patterns));
        return describe(
                "the target is " + what,
                access -> pattern.matcher(access.getTarget().getFullName()).matches());
    }
}
