package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.order.RiskReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator's guide says of gates, limits and codes is what there is. */
class RiskPageTest {
    private static final Pattern GATE = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");
    private static final Pattern KEY = Pattern.compile("`([a-z]+[A-Z][A-Za-z]+)`");
    private static final Pattern CODE = Pattern.compile("`([A-Z][A-Z_]{4,})`");
    /** Given by the engine itself, once a gate had let the order through. */
    private static final Set<RiskReason> OF_THE_ENGINE =
            EnumSet.of(RiskReason.CANNOT_PREPARE, RiskReason.NOT_SENT_IN_TIME, RiskReason.CANCELLED_UNSENT);

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("../docs/risk.md"));
    }

    @Test
    void theGatesStandThereInTheOrderInWhichTheyAreAsked() {
        assertThat(found(GATE)).containsExactlyElementsOf(new GateRoom().pipeline.gateNames());
    }

    @Test
    void everyLimitStandsThereWithItsGate() {
        assertThat(Set.copyOf(found(KEY)))
                .isEqualTo(Stream.of(Limit.values())
                        .map(limit -> limit.parameter().name())
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyCodeStandsThere() {
        assertThat(Set.copyOf(found(CODE)))
                .containsAll(EnumSet.complementOf(EnumSet.copyOf(OF_THE_ENGINE)).stream()
                        .map(Enum::name)
                        .toList());
    }

    private List<String> found(Pattern pattern) {
        return pattern.matcher(page).results().map(match -> match.group(1)).toList();
    }
}
