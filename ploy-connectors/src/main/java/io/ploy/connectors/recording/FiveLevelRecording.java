package io.ploy.connectors.recording;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.RecordingProblems;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.TradingRules;
import io.ploy.connectors.recording.FiveLevelRow.LastTrade;
import io.ploy.connectors.recording.FiveLevelRow.OutcomeRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows of five levels. The recorder wrote its whole growing buffer at every flush, so rows come again and again. */
final class FiveLevelRecording extends RowRecording {
    private static final String REFERENCE = "BTC/USD";

    private final FiveLevelColumns columns;
    private final RepeatedRows repeated = new RepeatedRows();
    private final TickInference tick = new TickInference();
    private @Nullable FiveLevelRow last;
    private @Nullable Market market;
    private @Nullable WindowOutcome outcome;
    private @Nullable BigDecimal strike;

    FiveLevelRecording(Path file, RowSource rows, RecordingProblems problems, FiveLevelColumns columns) {
        super(file, rows, problems);
        this.columns = columns;
    }

    @Override
    void row(byte[] buffer, int offset, int length) {
        String line = new String(buffer, offset, length, StandardCharsets.UTF_8);
        FiveLevelRow row = FiveLevelRow.parse(columns, line.split(",", -1));
        switch (repeated.see(row.millis(), line)) {
            case NEW -> take(row);
            case SAME -> duplicate();
            case DIFFERENT ->
                throw new IllegalArgumentException("differs from the row of the same time, " + row.millis());
            case TOO_OLD -> throw new IllegalArgumentException("time " + row.millis() + " is before rows ahead of it");
        }
    }

    private void take(FiveLevelRow row) {
        FiveLevelRow before = last;
        if (before != null && !before.names().equals(row.names())) {
            throw new IllegalArgumentException(
                    "another market or window: " + row.names().slug());
        }
        Instant at = clock.at(EventClock.nanosOfMillis(row.millis()));
        Market of = market(row, at);
        if (row.reference() != null) {
            emit(new MarketEvent.ReferencePriced(new ReferencePrice(REFERENCE, "chainlink", row.reference(), at, at)));
        }
        infer(of, row, at);
        outcome(of.first().instrument(), row.up(), before == null ? null : before.up(), at);
        outcome(of.second().instrument(), row.down(), before == null ? null : before.down(), at);
        seen(row);
        last = row;
    }

    /** The market as known by now: the strike comes a row or two after the window opens, and the first one stays. */
    private Market market(FiveLevelRow row, Instant at) {
        Market known = market;
        BigDecimal said = row.strike();
        boolean strikeIsNew = strike == null && said != null;
        if (known != null && !strikeIsNew) {
            return known;
        }
        strike = said;
        Market now = define(row);
        market = now;
        emit(new MarketEvent.MarketChanged(at, now));
        return now;
    }

    private void seen(FiveLevelRow row) {
        if (outcome == null) {
            outcome = new WindowOutcome(row.names().windowEnd());
        }
        outcome.see(row);
    }

    private Market define(FiveLevelRow row) {
        String venue = Crypto15mMarkets.VENUE;
        FiveLevelRow.Names names = row.names();
        return Market.builder(
                        new MarketId(venue, names.condition()),
                        new Outcome("Up", new InstrumentId(venue, names.up())),
                        new Outcome("Down", new InstrumentId(venue, names.down())),
                        TradingRules.builder(tick.tickSize()).build())
                .slug(names.slug())
                .window(new MarketWindow(
                        Instant.ofEpochMilli(names.windowStart()),
                        Instant.ofEpochMilli(names.windowEnd()),
                        REFERENCE,
                        strike,
                        Duration.ZERO))
                .build();
    }

    private void infer(Market of, FiveLevelRow row, Instant at) {
        boolean changed = false;
        for (OutcomeRow each : List.of(row.up(), row.down())) {
            for (BookLevel level : each.bids()) {
                changed |= tick.see(level.price().micros());
            }
            for (BookLevel level : each.asks()) {
                changed |= tick.see(level.price().micros());
            }
            LastTrade trade = each.trade();
            if (trade != null) {
                changed |= tick.see(trade.price().micros());
            }
        }
        if (changed) {
            for (Outcome each : of.outcomes()) {
                emit(new MarketEvent.TickSizeChanged(at, each.instrument(), tick.tickSize()));
            }
        }
    }

    private void outcome(InstrumentId instrument, OutcomeRow row, @Nullable OutcomeRow before, Instant at) {
        emit(new MarketEvent.BookSnapshot(at, instrument, tick.tickSize(), row.bids(), row.asks()));
        LastTrade trade = row.trade();
        // In the first row the last trade may be from long before.
        if (before != null && trade != null && !trade.equals(before.trade())) {
            emit(new MarketEvent.Traded(
                    new MarketTrade(instrument, trade.side(), trade.price(), trade.quantity(), at)));
        }
    }

    @Override
    void end() {
        Market of = market;
        WindowOutcome seen = outcome;
        if (of == null || seen == null) {
            return;
        }
        Optional<Boolean> byReference = seen.upWonByReference(strike);
        Optional<Boolean> byBook = seen.upWonByBook();
        if (byReference.isEmpty()) {
            return;
        }
        boolean upWon = byReference.get();
        if (byBook.isPresent() && byBook.get() != upWon) {
            malformed("the reference price says " + (upWon ? "Up" : "Down")
                    + " won, the last book says otherwise: the outcome is left out");
            return;
        }
        emit(new MarketEvent.MarketResolved(clock.now(), seen.resolution(of, upWon)));
    }
}
