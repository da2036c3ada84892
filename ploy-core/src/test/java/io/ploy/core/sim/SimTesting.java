package io.ploy.core.sim;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.Sweep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Words the tests of this package share. */
final class SimTesting {
    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    static final MarketId MARKET = new MarketId("sim", "rain");
    static final InstrumentId YES = new InstrumentId("sim", "rain-yes");
    static final InstrumentId NO = new InstrumentId("sim", "rain-no");
    static final AccountId ALICE = new AccountId("alice");
    static final AccountId BOB = new AccountId("bob");

    private SimTesting() {}

    static Market market() {
        return market(TradingRules.builder(TickSize.CENT).fees(FeeSchedule.FREE).build());
    }

    static Market market(TradingRules rules) {
        return Market.builder(MARKET, new Outcome("Yes", YES), new Outcome("No", NO), rules)
                .build();
    }

    static OrderRequest buy(InstrumentId instrument, String shares, String limit) {
        return OrderRequest.buy(instrument, Quantity.parse(shares), Price.parse(limit));
    }

    static OrderRequest sell(InstrumentId instrument, String shares, String limit) {
        return OrderRequest.sell(instrument, Quantity.parse(shares), Price.parse(limit));
    }

    static OrderRequest spend(InstrumentId instrument, String cash, String limit) {
        return OrderRequest.spend(instrument, Cash.parse(cash), Price.parse(limit));
    }

    static OrderDraft draft(AccountId account, long number, OrderRequest request, Market market) {
        return new OrderDraft(new ClientOrderId(account, 1, number), 1, request, market, 7, START);
    }

    /** Writes down what a gateway says, one line each, with the milliseconds since the start. */
    static final class Log implements GatewayListener {
        final List<String> lines = new ArrayList<>();
        final List<FillReport> fills = new ArrayList<>();
        final List<OrderEvidence> evidence = new ArrayList<>();
        final List<Sweep> sweeps = new ArrayList<>();
        final List<Boolean> streams = new ArrayList<>();

        @Override
        public void onEvidence(OrderEvidence said) {
            evidence.add(said);
            lines.add(millis(said.at()) + " " + said.kind()
                    + said.matched().map(matched -> " " + matched).orElse("")
                    + (said.text().isEmpty()
                            ? ""
                            : " " + said.text().replace(said.order().value(), "it")));
        }

        @Override
        public void onFill(FillReport report) {
            fills.add(report);
            lines.add(millis(report.at()) + " " + report.id().role() + " " + report.side() + " " + report.quantity()
                    + " @ " + report.price() + " fee " + report.fee().orElseThrow() + " " + report.status());
        }

        @Override
        public void onCancelAnswer(CancelAnswer answer) {
            lines.add(millis(answer.at()) + " cancel " + answer.outcome()
                    + (answer.text().isEmpty() ? "" : " " + answer.text()));
        }

        @Override
        public void onLookedUp(LookUp lookUp) {
            lines.add(millis(lookUp.at()) + " looked up since " + millis(lookUp.beganAt()) + ": " + lookUp.result());
        }

        @Override
        public void onSwept(Sweep sweep) {
            sweeps.add(sweep);
            lines.add(millis(sweep.at()) + " swept since " + millis(sweep.beganAt()) + ": "
                    + sweep.open().size() + " open" + (sweep.complete() ? "" : ", incomplete"));
        }

        @Override
        public void onStream(boolean connected, Instant at) {
            streams.add(connected);
        }

        private static long millis(Instant at) {
            return at.toEpochMilli() - START.toEpochMilli();
        }
    }
}
