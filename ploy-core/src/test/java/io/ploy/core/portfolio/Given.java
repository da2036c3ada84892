package io.ploy.core.portfolio;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts tests of this package start from: a market with the usual fee, one without, and short ways to say things. */
final class Given {
    static final AccountId ACCOUNT = new AccountId("main");
    static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
    static final Market RAIN = market("rain", FeeSchedule.takerRate("0.07"));
    static final Market SNOW = market("snow", FeeSchedule.FREE);
    static final InstrumentId YES = RAIN.first().instrument();
    static final InstrumentId NO = RAIN.second().instrument();

    private Given() {}

    static Market market(String name, @Nullable FeeSchedule fees) {
        return Market.builder(
                        new MarketId("test", name),
                        new Outcome("Yes", new InstrumentId("test", name + "-yes")),
                        new Outcome("No", new InstrumentId("test", name + "-no")),
                        TradingRules.builder(TickSize.CENT).fees(fees).build())
                .build();
    }

    static MarketLookup lookup(Market... markets) {
        Map<InstrumentId, Market> byInstrument = new HashMap<>();
        for (Market market : markets) {
            byInstrument.put(market.first().instrument(), market);
            byInstrument.put(market.second().instrument(), market);
        }
        return byInstrument::get;
    }

    static PortfolioLedger ledger() {
        return new PortfolioLedger(ACCOUNT, lookup(RAIN, SNOW));
    }

    static ClientOrderId order(long number) {
        return new ClientOrderId(ACCOUNT, 1, number);
    }

    static Cash usd(String text) {
        return Cash.parse(text);
    }

    static Quantity shares(String text) {
        return Quantity.parse(text);
    }

    static Price price(String text) {
        return Price.parse(text);
    }

    static Operation operation(long number, Operation.Kind kind, Market market, String sets) {
        return new Operation(new OperationId(ACCOUNT, 1, number), kind, market.id(), shares(sets));
    }

    static Fill fill(long trade, long order, InstrumentId what, Side side, String quantity, String price, String fee) {
        return fill(trade, order, what, side, shares(quantity), price(price), usd(fee), SettlementStatus.MATCHED);
    }

    static Fill fill(
            long trade,
            long order,
            InstrumentId what,
            Side side,
            Quantity quantity,
            Price price,
            Cash fee,
            SettlementStatus status) {
        return new Fill(
                new FillId("t" + trade, 0, new VenueOrderId("v" + order), LiquidityRole.TAKER),
                order(order),
                what,
                side,
                price,
                quantity,
                fee,
                LiquidityRole.TAKER,
                status,
                false,
                NOON);
    }

    /** The same leg at another stage. */
    static Fill at(Fill fill, SettlementStatus status) {
        return withFee(fill, status, fill.fee());
    }

    static Fill withFee(Fill fill, SettlementStatus status, Cash fee) {
        return new Fill(
                fill.id(),
                fill.order(),
                fill.instrument(),
                fill.side(),
                fill.price(),
                fill.quantity(),
                fee,
                fill.role(),
                status,
                fill.late(),
                fill.at());
    }
}
