package io.ploy.core.portfolio;

import static io.ploy.core.portfolio.Given.NOON;
import static io.ploy.core.portfolio.Given.RAIN;
import static io.ploy.core.portfolio.Given.SNOW;
import static io.ploy.core.portfolio.LedgerModel.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.portfolio.Balance;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.portfolio.Position;
import io.ploy.core.portfolio.CashBook.Account;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random days of two strategies in two markets, checked against the model with every figure. */
class LedgerPropertiesTest {
    private static final int SEQUENCES = 100;
    private static final int EVENTS = 200;
    private static final List<Market> MARKETS = List.of(RAIN, SNOW);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyFigureIsWhatTheWholeHistorySays(long seed) {
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            RandomDay day = new RandomDay(seed * 1_000 + sequence);
            for (int event = 0; event < EVENTS; event++) {
                day.step();
                check(day.ledger);
                if (event % 20 == 19) {
                    compare(day);
                }
            }
            closeEverything(day);
        }
    }

    /** What must hold whatever happened. */
    private static void check(PortfolioLedger ledger) {
        long sum = 0;
        for (Account account : Account.values()) {
            sum += ledger.cashBook().balance(account);
        }
        assertThat(sum).as("double entry").isZero();

        Portfolio whole = ledger.account(Marks.NONE, NOON);
        long cost = 0;
        for (Position position : whole.positions()) {
            assertThat(position.cost().isNegative()).isFalse();
            assertThat(position.sellable().micros())
                    .isLessThanOrEqualTo(position.confirmed().micros());
            if (position.isFlat()) {
                assertThat(position.cost()).isEqualTo(Cash.ZERO);
            }
            cost += position.cost().micros();
        }
        long flows = -ledger.cashBook().balance(Account.EXTERNAL)
                + ledger.adjustments().micros();
        long change = whole.balance().economic().micros() - flows;
        long made = whole.profitAndLoss().realised().micros()
                - whole.profitAndLoss().fees().micros()
                + ledger.income().micros()
                - ledger.gas().micros()
                - cost;
        assertThat(change).as("cash made = profit less what is tied up").isEqualTo(made);

        long exposure = 0;
        for (Market market : MARKETS) {
            assertThat(ledger.exposures().market(market.id()).isNegative()).isFalse();
            exposure += ledger.exposures().market(market.id()).micros();
        }
        assertThat(ledger.exposures().account().micros()).isEqualTo(exposure);
    }

    private static void compare(RandomDay day) {
        PortfolioLedger ledger = day.ledger;
        LedgerModel model = day.model;
        Balance balance = ledger.balance();
        same(model.provisional(true), balance.provisionalOut(), "provisional out");
        same(model.provisional(false), balance.provisionalIn(), "provisional in");
        same(model.reservedCash(), balance.reserved(), "reserved");
        same(model.settledCash(), balance.settled(), "settled");
        same(model.booked(CashKind.REWARD).add(model.booked(CashKind.REBATE)), ledger.income(), "income");
        same(model.booked(CashKind.GAS).negate(), ledger.gas(), "gas");
        same(model.booked(CashKind.ADJUSTMENT), ledger.adjustments(), "adjustments");
        for (Market market : MARKETS) {
            same(
                    model.exposure(market, RandomDay.STRATEGIES),
                    ledger.exposures().market(market.id()),
                    "exposure");
            for (InstrumentId instrument :
                    List.of(market.first().instrument(), market.second().instrument())) {
                List<Position> parts = new ArrayList<>();
                for (String strategy : RandomDay.STRATEGIES) {
                    Position position = ledger.position(strategy, instrument);
                    LedgerModel.Figures economic = model.figures(strategy, instrument, true);
                    BigDecimal confirmed = model.confirmedShares(strategy, instrument);
                    same(economic.quantity(), position.economic(), "economic");
                    same(economic.cost(), position.cost(), "cost");
                    same(economic.realised(), position.realised(), "realised");
                    same(economic.fees(), position.fees(), "fees");
                    same(confirmed, position.confirmed(), "confirmed");
                    same(confirmed.subtract(model.claimed(strategy, instrument)), position.sellable(), "sellable");
                    parts.add(position);
                }
                assertSum(ledger.accountPosition(instrument), parts);
            }
        }
    }

    private static void assertSum(Position whole, List<Position> parts) {
        assertThat(whole.economic().micros())
                .isEqualTo(parts.stream().mapToLong(p -> p.economic().micros()).sum());
        assertThat(whole.confirmed().micros())
                .isEqualTo(parts.stream().mapToLong(p -> p.confirmed().micros()).sum());
        assertThat(whole.sellable().micros())
                .isEqualTo(parts.stream().mapToLong(p -> p.sellable().micros()).sum());
        assertThat(whole.cost().micros())
                .isEqualTo(parts.stream().mapToLong(p -> p.cost().micros()).sum());
        assertThat(whole.realised().micros())
                .isEqualTo(parts.stream().mapToLong(p -> p.realised().micros()).sum());
        assertThat(whole.fees().micros())
                .isEqualTo(parts.stream().mapToLong(p -> p.fees().micros()).sum());
    }

    private static void closeEverything(RandomDay day) {
        for (ClientOrderId id : new ArrayList<>(day.model.orders.keySet())) {
            day.ledger.release(id);
        }

        assertThat(day.ledger.openReservations()).isZero();
        assertThat(day.ledger.balance().reserved()).isEqualTo(Cash.ZERO);
        for (Position position : day.ledger.account(Marks.NONE, NOON).positions()) {
            assertThat(position.sellable()).isEqualTo(position.confirmed());
            long missing = 0;
            for (String strategy : RandomDay.STRATEGIES) {
                missing += day.ledger.deficit(strategy, position.instrument()).micros();
            }
            long economic = position.economic().micros();
            assertThat(day.ledger
                            .exposures()
                            .potentialQuantity(position.instrument())
                            .micros())
                    .as("nothing is on its way any more")
                    .isBetween(Math.max(0, economic - missing), economic);
        }
    }

    private static void same(BigDecimal expected, Cash actual, String what) {
        assertThat(decimal(actual.micros())).as(what).isEqualByComparingTo(expected);
    }

    private static void same(BigDecimal expected, Quantity actual, String what) {
        assertThat(decimal(actual.micros())).as(what).isEqualByComparingTo(expected.max(BigDecimal.ZERO));
    }
}
