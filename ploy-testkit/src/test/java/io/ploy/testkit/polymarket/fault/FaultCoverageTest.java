package io.ploy.testkit.polymarket.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.guest.BadGuestTest;
import io.ploy.testkit.polymarket.scenario.FaultKinds;
import io.ploy.testkit.polymarket.scenario.Profile;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault has a test that shows it on the wire, and a row in the catalogue. */
class FaultCoverageTest {
    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/faults.md");
    private static final List<Class<?>> TESTS = List.of(
            EntryFaultsTest.class,
            VenueFaultsTest.class,
            SettlementFaultsTest.class,
            AccountFaultsTest.class,
            StreamFaultsTest.class,
            TransportFaultsTest.class,
            ChainFaultsTest.class,
            ProcessFaultsTest.class,
            BadGuestTest.class);

    @ParameterizedTest
    @EnumSource
    void everyFaultHasATest(Fault fault) {
        String prefix = fault.name().toLowerCase(Locale.ROOT);
        List<String> tests = TESTS.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(Method::getName)
                .filter(name -> name.startsWith(prefix))
                .toList();
        assertThat(tests).as(fault + " " + fault.title()).isNotEmpty();
    }

    @Test
    void onlyWhatHappensInsideTheProcessIsNotInjected() {
        assertThat(Arrays.stream(Fault.values()).filter(fault -> !FaultKinds.isInjected(fault)))
                .containsExactly(Fault.F65);
    }

    @Test
    void theCatalogueIsComplete() throws IOException {
        String rows = Stream.of(Fault.values()).map(FaultCoverageTest::row).collect(Collectors.joining("\n"));
        assertThat(Files.readString(PAGE)).contains(rows);
    }

    private static String row(Fault fault) {
        return "| " + fault + " | `" + fault.title() + "` | " + fault.words() + " | " + settings(fault) + " | "
                + profiles(fault) + " |";
    }

    private static String settings(Fault fault) {
        if (!FaultKinds.isInjected(fault)) {
            return "in the process: `BadGuest`";
        }
        return FaultKinds.parameters(fault).stream()
                .map(FaultCoverageTest::setting)
                .collect(Collectors.joining("<br>"));
    }

    private static String setting(Parameter<?> parameter) {
        String type = parameter.type().replace("|", ", ");
        return "`" + parameter.name() + "` (" + type + "; "
                + (parameter.defaultText().isEmpty() ? "no default" : parameter.defaultText()) + ")";
    }

    private static String profiles(Fault fault) {
        return Arrays.stream(Profile.values())
                .filter(profile -> profile.scenario().faults(1).stream().anyMatch(spec -> spec.fault() == fault))
                .map(Profile::word)
                .collect(Collectors.joining(", "));
    }
}
