package io.ploy.core.persistence;

import io.ploy.api.market.EventId;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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

    void request(OrderRequest value) {
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
    }

    void market(Market value) {
        marketId(value.id());
        outcome(value.first());
        outcome(value.second());
        rules(value.rules());
        EventId event = value.event().orElse(null);
        out.flag(event != null);
        if (event != null) {
            out.text(event.venue());
            out.text(event.symbol());
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
