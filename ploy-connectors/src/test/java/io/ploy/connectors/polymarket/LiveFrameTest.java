package io.ploy.connectors.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.MarketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as text: what is JSON, and what a frame that is none does. */
class LiveFrameTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:00:01Z");
    private static final String BOOK = "{\"event_type\":\"book\",\"asset_id\":\"111\",\"asks\":[],"
            + "\"bids\":[{\"price\":\"0.48\",\"size\":\"100\"},{\"price\":\"0.49\",\"size\":\"30\"}]}";

    private final LiveChannel channel = LiveFrames.channel(true, 0);

    @ParameterizedTest
    @ValueSource(strings = {"PONG", "", " \n", "[]", "{}", "17", "\"PONG\"", "null", "[[],3]"})
    void whatSaysNothingIsHarmless(String frame) {
        assertThat(channel.accept(frame, AT, event -> {
                    throw new AssertionError(event.toString());
                }))
                .isEqualTo(FrameOutcome.UNUSED);
        assertThat(channel.counts().unreadable()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PING!",
                "{",
                "{\"a\":1}}",
                "[{},]",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":1.}",
                "{\"a\":1e}",
                "{\"a\":tru}",
                "{\"a\":'x'}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\t\"}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "\u00a0{}",
                "\uFEFF{}",
                "{}\u0000",
                "NaN",
                "INVALID OPERATION"
            })
    void whatIsNoJsonIsUnreadableAndDoubtsNothing(String frame) {
        read(BOOK);

        List<MarketEvent> events = new ArrayList<>();
        FrameOutcome outcome = channel.accept(frame, AT, events::add);

        assertThat(outcome).isEqualTo(FrameOutcome.UNREADABLE);
        assertThat(events).isEmpty();
        assertThat(channel.counts().unreadable()).isEqualTo(1);
    }

    @Test
    void nothingOfAListIsTakenInIfItsEndIsNoJson() {
        assertThat(channel.accept("[" + BOOK + "," + BOOK.substring(0, 90), AT, event -> {
                    throw new AssertionError(event.toString());
                }))
                .isEqualTo(FrameOutcome.UNREADABLE);
    }

    @Test
    void framesTooDeepOrTooLongAreUnreadable() {
        assertThat(channel.accept("[".repeat(100_000), AT, event -> {})).isEqualTo(FrameOutcome.UNREADABLE);
        assertThat(channel.accept(" ".repeat((1 << 24) + 1), AT, event -> {})).isEqualTo(FrameOutcome.UNREADABLE);
        assertThat(channel.accept("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}", AT, event -> {}))
                .isEqualTo(FrameOutcome.UNUSED);
    }

    @Test
    void aLongFrameDoesNotSpoilTheNextOne() {
        String padded = "[" + BOOK + "]" + " ".repeat(3_000_000);

        assertThat(read(padded)).hasSize(1);
        assertThat(read(BOOK)).hasSize(1);
    }

    private List<MarketEvent> read(String frame) {
        List<MarketEvent> events = new ArrayList<>();
        channel.accept(frame, AT, events::add);
        return events;
    }
}
