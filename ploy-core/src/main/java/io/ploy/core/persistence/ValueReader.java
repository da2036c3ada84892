package io.ploy.core.persistence;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.Belief;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderInput;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ValueWriter} wrote, through the same constructors as everyone else, so that it is legal. */
final class ValueReader {
    private final ByteSource in;

    ValueReader(ByteSource in) {
        this.in = in;
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, in.name());
    }

    <E extends Enum<E>> @Nullable E optionalConstant(Class<E> type) {
        String name = in.name();
        return name.isEmpty() ? null : Enum.valueOf(type, name);
    }

    Instant instant() {
        return Instant.ofEpochSecond(in.signed(), in.unsigned());
    }

    Duration duration() {
        return Duration.ofSeconds(in.signed(), in.unsigned());
    }

    Price price() {
        return Price.ofMicros(in.unsigned());
    }

    Quantity quantity() {
        return Quantity.ofMicros(in.unsigned());
    }

    @Nullable
    Quantity optionalQuantity() {
        return in.flag() ? quantity() : null;
    }

    @Nullable
    Cash optionalCash() {
        return in.flag() ? Cash.ofMicros(in.signed()) : null;
    }

    InstrumentId instrument() {
        return new InstrumentId(in.name(), in.name());
    }

    MarketId marketId() {
        return new MarketId(in.name(), in.name());
    }

    ClientOrderId order() {
        return new ClientOrderId(new AccountId(in.name()), in.unsigned(), in.unsigned());
    }

    VenueOrderId venueOrder() {
        return new VenueOrderId(in.name());
    }

    FillId fill() {
        return new FillId(in.name(), in.integer(), venueOrder(), constant(LiquidityRole.class));
    }

    OrderRequest request(int version) {
        boolean sizeOpen = version >= 2 && in.flag();
        OrderRequest request = request(sizeOpen);
        if (version >= 2 && in.flag()) {
            request = request.believing(belief());
        }
        return version >= 3 ? request.basedOn(inputs()) : request;
    }

    private OrderInput[] inputs() {
        OrderInput[] inputs = new OrderInput[in.count()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new OrderInput(in.name(), instant(), duration());
        }
        return inputs;
    }

    private Belief belief() {
        Price probability = price();
        long confidence = in.unsigned();
        int count = in.count();
        List<Belief.Other> others = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            others.add(new Belief.Other(instrument(), price()));
        }
        return new Belief(probability, confidence, others);
    }

    private OrderRequest request(boolean sizeOpen) {
        InstrumentId instrument = instrument();
        Side side = constant(Side.class);
        boolean spends = in.flag();
        long size = in.unsigned();
        Price limit = price();
        OrderRequest request = spends
                ? OrderRequest.spend(instrument, Cash.ofMicros(size), limit)
                : sizeOpen
                        ? OrderRequest.buySized(instrument, limit)
                        : side == Side.BUY
                                ? OrderRequest.buy(instrument, Quantity.ofMicros(size), limit)
                                : OrderRequest.sell(instrument, Quantity.ofMicros(size), limit);
        if (request.side() != side) {
            throw new IllegalArgumentException("a " + side + (spends ? " that spends" : " of open size"));
        }
        if (sizeOpen && (spends || request.sharesAtLimit().micros() != size)) {
            throw new IllegalArgumentException("an open size that is set");
        }
        TimeInForce timeInForce = constant(TimeInForce.class);
        Instant expiresAt = in.flag() ? instant() : null;
        request = staying(request, timeInForce, expiresAt);
        if (in.flag()) {
            request = request.postOnly();
        }
        if (in.flag()) {
            request = request.reduceOnly();
        }
        if (in.flag()) {
            request = request.sendWithin(duration());
        }
        if (in.flag()) {
            request = request.becauseOf(fill());
        }
        return request.reason(in.text());
    }

    private static OrderRequest staying(OrderRequest request, TimeInForce timeInForce, @Nullable Instant expiresAt) {
        if ((timeInForce == TimeInForce.GTD) != (expiresAt != null)) {
            throw new IllegalArgumentException(timeInForce + " until " + expiresAt);
        }
        OrderRequest changed = switch (timeInForce) {
            case GTC -> request;
            case GTD -> expiresAt == null ? request : request.restUntil(expiresAt);
            case FOK -> request.fillOrKill();
            case FAK -> request.fillAndKill();
        };
        if (changed.timeInForce() != timeInForce) {
            throw new IllegalArgumentException("an amount to spend that rests");
        }
        return changed;
    }

    OperationId operationId() {
        return new OperationId(new AccountId(in.name()), in.signed(), in.signed());
    }

    Operation operation(int version) {
        OperationId id = operationId();
        Operation.Kind kind = constant(Operation.Kind.class);
        MarketId market = marketId();
        Quantity quantity = quantity();
        Conversion conversion = version == 1 ? null : new Conversion(markets(), markets());
        return new Operation(id, kind, market, quantity, conversion);
    }

    private List<MarketId> markets() {
        return Stream.generate(this::marketId).limit(in.count()).toList();
    }

    /** A market; in the first version of its format nothing but the name of its event is known. */
    Market market(int version) {
        Market.Builder builder = Market.builder(marketId(), outcome(), outcome(), rules());
        if (in.flag()) {
            EventId event = new EventId(in.name(), in.name());
            builder.event(version == 1 ? Event.of(event) : event(event));
        }
        if (version > 1) {
            builder.place(Math.toIntExact(in.unsigned()));
        }
        builder.slug(in.text()).question(in.text()).status(constant(MarketStatus.class));
        return in.flag() ? builder.window(window()).build() : builder.build();
    }

    private Event event(EventId id) {
        return new Event(id, in.text(), constant(EventStructure.class), Math.toIntExact(in.unsigned()), names());
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (long left = in.unsigned(); left > 0; left--) {
            names.add(in.name());
        }
        return names;
    }

    private Outcome outcome() {
        return new Outcome(in.name(), instrument());
    }

    private TradingRules rules() {
        TradingRules.Builder builder = TradingRules.builder(new TickSize(in.unsigned()))
                .minimumSize(quantity())
                .minimumTakerNotional(Cash.ofMicros(in.unsigned()));
        if (in.flag()) {
            builder.fees(new FeeSchedule(in.unsigned(), Math.toIntExact(in.unsigned()), in.flag()));
        }
        return builder.takerDelay(duration()).epoch(in.unsigned()).build();
    }

    private MarketWindow window() {
        return new MarketWindow(instant(), instant(), in.name(), in.flag() ? strike() : null, duration());
    }

    private BigDecimal strike() {
        return new BigDecimal(new BigInteger(in.bytes()), in.integer());
    }
}
