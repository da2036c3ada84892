package io.ploy.connectors.polymarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scanner against a reader that shares nothing with it. Sound frames must be read alike to the last book in doubt.
 * Damaged ones must be refused or be read as what they now say: never an exception, never a number that is not in them.
 */
@Tag("matrix")
class LiveDifferentialTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:30:00Z");
    private static final String WHOLE =
            "[{\"event_type\":\"book\",\"asset_id\":\"111\",\"tick_size\":\"0.01\",\"bids\":[],\"asks\":[]},"
                    + "{\"event_type\":\"book\",\"asset_id\":\"222\",\"tick_size\":\"0.01\",\"bids\":[],\"asks\":[]}]";

    /** Jackson takes other letters for hexadecimal digits if only their lower half is one. */
    private static final Pattern LENIENT = Pattern.compile("\\\\u[0-9a-fA-F]{0,3}[^\\x00-\\x7f]");

    /** Jackson refuses half a surrogate pair that is escaped, but in names only. */
    private static final Pattern HALF_A_PAIR = Pattern.compile("\\\\u[dD][89a-fA-F]");

    private final List<MarketEvent> said = new ArrayList<>();
    private final Set<String> doubted = new LinkedHashSet<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void framesAreReadAsTheOracleReadsThem(boolean checking) {
        LiveChannel channel = LiveFrames.channel(checking, Integer.MAX_VALUE);
        LiveFrames frames = new LiveFrames(41);
        int telling = 0;
        int doubting = 0;

        for (int i = 0; i < 10_000; i++) {
            String frame = frames.frame();
            FrameOutcome outcome = accept(channel, frame);
            assertThat(outcome).as(frame).isNotEqualTo(FrameOutcome.UNREADABLE);
            LiveOracle.Reading right = compare(checking, frame, outcome);
            telling += right.said().isEmpty() ? 0 : 1;
            doubting += right.doubted().isEmpty() ? 0 : 1;
        }

        assertThat(telling).isGreaterThan(4_000);
        assertThat(doubting).isBetween(500, 5_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void damagedFramesAreRefusedOrReadAsWhatTheySay(boolean checking) {
        LiveChannel channel = LiveFrames.channel(checking, Integer.MAX_VALUE);
        LiveFrames frames = new LiveFrames(42);
        FrameMutator mutator = new FrameMutator(43);
        int readable = 0;
        int telling = 0;

        for (int i = 0; i < 50_000; i++) {
            String frame = mutator.damage(frames.frame());
            if (frame.isBlank() || HALF_A_PAIR.matcher(frame).find()) {
                continue;
            }
            FrameOutcome outcome = accept(channel, frame);
            if (outcome != FrameOutcome.UNREADABLE) {
                readable++;
                telling += compare(checking, frame, outcome).said().isEmpty() ? 0 : 1;
            } else {
                assertThat(said).as(frame).isEmpty();
                assertThat(doubted).as(frame).isEmpty();
                if (!isDeep(frame) && !LENIENT.matcher(frame).find()) {
                    assertThat(LiveOracle.read(checking, frame, AT, Map.of()))
                            .as(frame)
                            .isEmpty();
                }
            }
        }

        assertThat(readable).isBetween(8_000, 42_000);
        assertThat(telling).isGreaterThan(3_000);
    }

    /** Nested as no message is: Jackson reads on. */
    private static boolean isDeep(String frame) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < frame.length(); i++) {
            char letter = frame.charAt(i);
            depth += letter == '{' || letter == '[' ? 1 : letter == '}' || letter == ']' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest > 60;
    }

    @Test
    void cutOffAnywhereAFrameSaysNothing() {
        LiveChannel channel = LiveFrames.channel(false, 0);
        LiveFrames frames = new LiveFrames(44);

        for (int i = 0; i < 50; i++) {
            String frame = frames.frame().strip();
            for (int length = 1; length < frame.length(); length += 1 + frame.length() / 400) {
                assertThat(accept(channel, frame.substring(0, length))).isEqualTo(FrameOutcome.UNREADABLE);
                assertThat(said).isEmpty();
            }
        }
    }

    private Map<String, Long> asOf = Map.of();

    private FrameOutcome accept(LiveChannel channel, String frame) {
        channel.accept(WHOLE, AT, event -> {});
        asOf = new LinkedHashMap<>();
        for (InstrumentId each : List.of(LiveFrames.UP, LiveFrames.DOWN)) {
            asOf.put(each.symbol(), channel.asOf(each));
        }
        said.clear();
        doubted.clear();
        return channel.accept(frame, AT, event -> {
            if (event instanceof MarketEvent.BookDistrusted distrusted) {
                doubted.add(distrusted.instrument().symbol());
            } else {
                said.add(event);
            }
        });
    }

    private LiveOracle.Reading compare(boolean checking, String frame, FrameOutcome outcome) {
        Optional<LiveOracle.Reading> found = LiveOracle.read(checking, frame, AT, asOf);
        if (found.isEmpty()) {
            return fail(outcome + " and " + said + " from what is no JSON: " + frame);
        }
        LiveOracle.Reading right = found.get();
        assertThat(said).as(frame).isEqualTo(right.said());
        assertThat(doubted).as(frame).isEqualTo(right.doubted());
        return right;
    }
}
