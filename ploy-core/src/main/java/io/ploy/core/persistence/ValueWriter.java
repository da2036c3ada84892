package io.ploy.core.persistence;

import io.ploy.api.market.Event;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Belief;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.OrderInput;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the API's values, part by part. {@link ValueReader} reads the same parts in the same order. */
final class ValueWriter {
    private final ByteSink out;

    ValueWriter(ByteSink out) {
        this.out = out;
    }

    /** By name: constants may be added and reordered without old journals changing their meaning. */
    void constant(Enum<?> value) {
        out.text(value.name());
    }

    void optionalConstant(@Nullable Enum<?> value) {
        out.text(value == null ? "" : value.name());
    }

    void instant(Instant value) {
        out.signed(value.getEpochSecond());
        out.unsigned(value.getNano());
    }

    void duration(Duration value) {
        out.signed(value.getSeconds());
        out.unsigned(value.getNano());
    }

    void optionalQuantity(@Nullable Quantity value) {
        out.flag(value != null);
        if (value != null) {
            out.unsigned(value.micros());
        }
    }

    void optionalCash(@Nullable Cash value) {
        out.flag(value != null);
        if (value != null) {
            out.signed(value.micros());
        }
    }

    void instrument(InstrumentId value) {
        out.text(value.venue());
        out.text(value.symbol());
    }

    void marketId(MarketId value) {
        out.text(value.venue());
        out.text(value.symbol());
    }

    void order(ClientOrderId value) {
        out.text(value.account().name());
        out.unsigned(value.epoch());
        out.unsigned(value.number());
    }

    void venueOrder(VenueOrderId value) {
        out.text(value.value());
    }

    void fill(FillId value) {
        out.text(value.trade());
        out.signed(value.bucket());
        venueOrder(value.order());
        constant(value.role());
    }

    /** The oldest version that can say all of a request, so that older programs read what they can. */
    static int versionOf(OrderRequest value) {
        if (!value.inputs().isEmpty()) {
            return 3;
        }
        return value.isSizeOpen() || value.belief().isPresent() ? 2 : 1;
    }

    void request(OrderRequest value, int version) {
        if (version >= 2) {
            out.flag(value.isSizeOpen());
        }
        request(value);
        if (version >= 2) {
            belief(value.belief().orElse(null));
        }
        if (version >= 3) {
            inputs(value.inputs());
        }
    }

    private void inputs(List<OrderInput> values) {
        out.unsigned(values.size());
        for (int i = 0; i < values.size(); i++) {
            OrderInput input = values.get(i);
            out.text(input.name());
            instant(input.asOf());
            duration(input.maxAge());
        }
    }

    private void belief(@Nullable Belief value) {
        out.flag(value != null);
        if (value != null) {
            out.unsigned(value.probability().micros());
            out.unsigned(value.confidenceMicros());
            List<Belief.Other> others = value.others();
            out.unsigned(others.size());
            for (int i = 0; i < others.size(); i++) {
                instrument(others.get(i).instrument());
                out.unsigned(others.get(i).probability().micros());
            }
        }
    }

    private void request(OrderRequest value) {
        instrument(value.instrument());
        constant(value.side());
        OrderSize size = value.size();
        out.flag(size instanceof OrderSize.Spend);
        out.unsigned(
                size instanceof OrderSize.Spend spend
                        ? spend.cash().micros()
                        : ((OrderSize.Shares) size).quantity().micros());
        out.unsigned(value.limit().micros());
        constant(value.timeInForce());
        Instant expiresAt = value.expiresAt().orElse(null);
        out.flag(expiresAt != null);
        if (expiresAt != null) {
            instant(expiresAt);
        }
        out.flag(value.isPostOnly());
        out.flag(value.isReduceOnly());
        Duration sendWithin = value.sendWithin().orElse(null);
        out.flag(sendWithin != null);
        if (sendWithin != null) {
            duration(sendWithin);
        }
        FillId becauseOf = value.becauseOf().orElse(null);
        out.flag(becauseOf != null);
        if (becauseOf != null) {
            fill(becauseOf);
        }
        out.text(value.reason());
    }

    void operationId(OperationId value) {
        out.text(value.account().name());
        out.signed(value.epoch());
        out.signed(value.number());
    }

    void operation(Operation value) {
        operationId(value.id());
        constant(value.kind());
        marketId(value.market());
        out.unsigned(value.quantity().micros());
        Conversion conversion = value.conversion();
        if (conversion != null) {
            markets(conversion.given());
            markets(conversion.received());
        }
    }

    /** The oldest version in which all of an operation can be written. */
    static int versionOf(Operation value) {
        return value.conversion() == null ? 1 : 2;
    }

    private void markets(List<MarketId> values) {
        out.unsigned(values.size());
        values.forEach(this::marketId);
    }

    /** The oldest version in which all of a market can be written. */
    static int versionOf(Market value) {
        boolean named =
                value.event().map(event -> event.equals(Event.of(event.id()))).orElse(true);
        return named && value.place() == 0 ? 1 : 2;
    }

    void market(Market value, int version) {
        marketId(value.id());
        outcome(value.first());
        outcome(value.second());
        rules(value.rules());
        Event event = value.event().orElse(null);
        out.flag(event != null);
        if (event != null) {
            out.text(event.id().venue());
            out.text(event.id().symbol());
        }
        if (version > 1) {
            if (event != null) {
                event(event);
            }
            out.unsigned(value.place());
        }
        out.text(value.slug());
        out.text(value.question());
        constant(value.status());
        MarketWindow window = value.window().orElse(null);
        out.flag(window != null);
        if (window != null) {
            window(window);
        }
    }

    private void event(Event value) {
        out.text(value.title());
        constant(value.structure());
        out.unsigned(value.markets());
        out.unsigned(value.tags().size());
        value.tags().forEach(out::text);
    }

    private void outcome(Outcome value) {
        out.text(value.name());
        instrument(value.instrument());
    }

    private void rules(TradingRules value) {
        out.unsigned(value.tickSize().micros());
        out.unsigned(value.minimumSize().micros());
        out.unsigned(value.minimumTakerNotional().micros());
        FeeSchedule fees = value.fees().orElse(null);
        out.flag(fees != null);
        if (fees != null) {
            out.unsigned(fees.rateMicros());
            out.unsigned(fees.exponent());
            out.flag(fees.takerOnly());
        }
        duration(value.takerDelay());
        out.unsigned(value.epoch());
    }

    private void window(MarketWindow value) {
        instant(value.start());
        instant(value.end());
        out.text(value.referenceSymbol());
        BigDecimal strike = value.strikeOrNull();
        out.flag(strike != null);
        if (strike != null) {
            out.bytes(strike.unscaledValue().toByteArray());
            out.signed(strike.scale());
        }
        duration(value.settlementAverage());
    }
}
