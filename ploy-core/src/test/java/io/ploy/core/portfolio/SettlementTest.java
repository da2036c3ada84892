package io.ploy.core.portfolio;

import static io.ploy.core.portfolio.Given.NO;
import static io.ploy.core.portfolio.Given.NOON;
import static io.ploy.core.portfolio.Given.RAIN;
import static io.ploy.core.portfolio.Given.SNOW;
import static io.ploy.core.portfolio.Given.YES;
import static io.ploy.core.portfolio.Given.at;
import static io.ploy.core.portfolio.Given.fill;
import static io.ploy.core.portfolio.Given.ledger;
import static io.ploy.core.portfolio.Given.order;
import static io.ploy.core.portfolio.Given.price;
import static io.ploy.core.portfolio.Given.shares;
import static io.ploy.core.portfolio.Given.usd;
import static io.ploy.core.portfolio.Given.withFee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Fill;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.portfolio.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fills on their way: booked, repeated, out of order, confirmed, reversed, late. */
class SettlementTest {
    private static final String S = "s";

    private final PortfolioLedger ledger = ledger();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aFillAndItsReversalLeaveNoTrace(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int sequence = 0; sequence < 40; sequence++) {
            boolean confirmed = random.nextBoolean();
            // Shares that were final and redeemed before their fill was undone do leave a trace: a deficit.
            RandomDay day = new RandomDay(random.nextLong(), !confirmed);
            for (int i = 0; i < 200; i++) {
                day.step();
            }
            Fill extra = fill(
                    -1,
                    999_999,
                    random.nextBoolean() ? YES : NO,
                    Side.BUY,
                    Quantity.ofMicros(random.nextLong(1, 50_000_000)),
                    price("0.37"),
                    usd("0.00123"),
                    confirmed ? SettlementStatus.CONFIRMED : SettlementStatus.MATCHED);
            int from = random.nextInt(day.script.size());
            int to = from + random.nextInt(day.script.size() - from);
            PortfolioLedger detour = ledger();

            for (int i = 0; i < day.script.size(); i++) {
                if (i == from) {
                    detour.book("ann", extra);
                }
                day.script.get(i).accept(detour);
                if (i == to) {
                    detour.reverse(at(extra, SettlementStatus.FAILED));
                }
            }

            assertThat(figures(detour)).isEqualTo(figures(day.ledger));
        }
    }

    @Test
    void aReversedSaleBringsItsSharesBackAndNothingElse() {
        ledger.deposit(usd("10"));
        ledger.hold(S, YES, shares("100"), usd("33.333333"));
        ledger.reserve(order(1), S, OrderRequest.sell(YES, shares("40"), price("0.50")), RAIN);
        Fill sale = fill(1, 1, YES, Side.SELL, "30", "0.55", "0.51975");

        ledger.book(S, sale);
        assertThat(ledger.position(S, YES).economic()).isEqualTo(shares("70"));
        assertThat(ledger.position(S, YES).confirmed()).isEqualTo(shares("70"));
        assertThat(ledger.position(S, YES).sellable()).isEqualTo(shares("60"));
        assertThat(ledger.balance().provisionalIn()).isEqualTo(usd("15.98025"));
        assertThat(ledger.balance().available()).isEqualTo(usd("10"));

        ledger.reverse(at(sale, SettlementStatus.FAILED));
        assertThat(ledger.position(S, YES))
                .isEqualTo(new Position(
                        YES, shares("100"), shares("100"), shares("90"), usd("33.333333"), Cash.ZERO, Cash.ZERO));
        assertThat(ledger.balance().provisionalIn()).isEqualTo(Cash.ZERO);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void everyOrderAndRepetitionOfMessagesEndsInTheSameLedger(Side side) {
        SplittableRandom random = new SplittableRandom(7);
        SettlementStatus[] stages = {
            SettlementStatus.QUEUED, SettlementStatus.MATCHED, SettlementStatus.MINED, SettlementStatus.RETRYING
        };
        for (SettlementStatus last : List.of(SettlementStatus.CONFIRMED, SettlementStatus.FAILED)) {
            Fill leg = fill(1, 1, YES, side, "10", "0.50", "0.175");
            PortfolioLedger atOnce = held();
            atOnce.book(S, at(leg, last));
            for (int trial = 0; trial < 300; trial++) {
                List<SettlementStatus> messages = new ArrayList<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    messages.add(stages[random.nextInt(stages.length)]);
                }
                messages.add(random.nextInt(messages.size() + 1), last);
                messages.add(last);
                PortfolioLedger inSteps = held();

                for (SettlementStatus message : messages) {
                    inSteps.book(S, at(leg, message));
                }

                assertThat(figures(inSteps)).as("%s", messages).isEqualTo(figures(atOnce));
            }
        }
    }

    private static PortfolioLedger held() {
        PortfolioLedger ledger = ledger();
        ledger.deposit(usd("100"));
        ledger.hold(S, YES, shares("20"), usd("9"));
        ledger.hold(S, NO, shares("5"), usd("3"));
        return ledger;
    }

    @Test
    void legsConfirmedInAnyOrderEndInTheSameLedger() {
        List<Fill> fills = List.of(
                fill(1, 1, YES, Side.BUY, "10", "0.50", "0.17"),
                fill(2, 1, YES, Side.BUY, "7.31", "0.61", "0.1"),
                fill(3, 2, YES, Side.SELL, "9", "0.66", "0.2"),
                fill(4, 3, YES, Side.BUY, "3", "0.33", "0"));
        PortfolioLedger inOrder = held();
        PortfolioLedger backwards = held();

        fills.forEach(f -> inOrder.book(S, at(f, SettlementStatus.CONFIRMED)));
        fills.forEach(f -> backwards.book(S, f));
        for (int i = fills.size() - 1; i >= 0; i--) {
            backwards.confirm(at(fills.get(i), SettlementStatus.CONFIRMED));
        }

        assertThat(figures(backwards)).isEqualTo(figures(inOrder));
    }

    @Test
    void theFinalFeeReplacesTheEstimate() {
        ledger.deposit(usd("100"));
        Fill buy = fill(1, 1, YES, Side.BUY, "10", "0.50", "0.175");
        Fill sale = fill(2, 2, YES, Side.SELL, "4", "0.60", "0.0672");

        ledger.book(S, buy);
        ledger.confirm(withFee(buy, SettlementStatus.CONFIRMED, usd("0.2")));
        assertThat(ledger.balance().settled()).isEqualTo(usd("94.8"));
        assertThat(ledger.exposures().market(RAIN.id())).isEqualTo(usd("5.2"));

        ledger.book(S, sale);
        ledger.confirm(withFee(sale, SettlementStatus.CONFIRMED, usd("0.06")));
        assertThat(ledger.balance().settled()).isEqualTo(usd("97.14"));
        assertThat(ledger.position(S, YES).fees()).isEqualTo(usd("0.26"));
        assertThat(ledger.exposures().market(RAIN.id())).isEqualTo(usd("3.12"));
    }

    @Test
    void aFillThatFailedBeforeItWasBookedIsNotBookedUnlessCorrected() {
        ledger.deposit(usd("100"));
        Fill buy = fill(1, 1, YES, Side.BUY, "10", "0.50", "0");

        ledger.reverse(at(buy, SettlementStatus.FAILED));
        ledger.book(S, buy);
        assertThat(ledger.position(S, YES).isFlat()).isTrue();

        ledger.book(S, at(buy, SettlementStatus.CONFIRMED));
        assertThat(ledger.position(S, YES).confirmed()).isEqualTo(shares("10"));
        assertThat(ledger.balance().settled()).isEqualTo(usd("95"));
    }

    @Test
    void aCorrectedSettlementUndoesAConfirmationAndRedoesAFailure() {
        ledger.deposit(usd("100"));
        Fill buy = fill(1, 1, YES, Side.BUY, "10", "0.50", "0.1");
        ledger.book(S, at(buy, SettlementStatus.CONFIRMED));

        ledger.reverse(at(buy, SettlementStatus.FAILED));
        assertThat(ledger.balance().settled()).isEqualTo(usd("100"));
        assertThat(ledger.exposures().account()).isEqualTo(Cash.ZERO);

        ledger.confirm(at(buy, SettlementStatus.CONFIRMED));
        assertThat(ledger.balance().settled()).isEqualTo(usd("94.9"));
        assertThat(ledger.exposures().account()).isEqualTo(usd("5.1"));
    }

    @Test
    void confirmingWhatWasNeverBookedIsABrokenPromise() {
        Fill buy = fill(1, 1, YES, Side.BUY, "10", "0.50", "0");

        assertThatThrownBy(() -> ledger.confirm(buy)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFillThatIsConfirmedAfterARedemptionIsPaidByTheNextOne() {
        ledger.deposit(usd("100"));
        Fill early = fill(1, 1, YES, Side.BUY, "10", "0.50", "0");
        Fill late = fill(2, 2, YES, Side.BUY, "4", "0.50", "0");
        ledger.book(S, at(early, SettlementStatus.CONFIRMED));
        ledger.book(S, late);

        assertThat(ledger.resolve(RAIN, Resolution.first(RAIN.id(), NOON))).isEqualTo(usd("10"));
        assertThat(ledger.balance().settled()).isEqualTo(usd("105"));
        assertThat(ledger.position(S, YES).realised()).isEqualTo(usd("5"));

        ledger.confirm(late);
        assertThat(ledger.balance().settled()).isEqualTo(usd("103"));
        assertThat(ledger.position(S, YES).confirmed()).isEqualTo(shares("4"));

        assertThat(ledger.resolve(RAIN, Resolution.first(RAIN.id(), NOON))).isEqualTo(usd("4"));
        assertThat(ledger.balance().settled()).isEqualTo(usd("107"));
        assertThat(ledger.position(S, YES).isFlat()).isTrue();
        assertThat(ledger.position(S, YES).realised()).isEqualTo(usd("7"));
        assertThat(ledger.resolve(RAIN, Resolution.first(RAIN.id(), NOON))).isEqualTo(Cash.ZERO);
    }

    @Test
    void aReversalOfSharesThatWereRedeemedLeavesADeficitAndKeepsThePayout() {
        ledger.deposit(usd("100"));
        Fill buy = at(fill(1, 1, YES, Side.BUY, "10", "0.50", "0"), SettlementStatus.CONFIRMED);
        ledger.book(S, buy);
        ledger.resolve(RAIN, Resolution.first(RAIN.id(), NOON));

        ledger.reverse(at(buy, SettlementStatus.FAILED));

        assertThat(ledger.deficit(S, YES)).isEqualTo(shares("10"));
        assertThat(ledger.balance().settled()).isEqualTo(usd("110"));
    }

    @Test
    void sharesSoldThatWereNeverHeldAreADeficitWithItsWorstCase() {
        ledger.book(S, at(fill(1, 1, YES, Side.SELL, "10", "0.70", "0"), SettlementStatus.CONFIRMED));

        assertThat(ledger.deficit(S, YES)).isEqualTo(shares("10"));
        assertThat(ledger.position(S, YES).economic()).isEqualTo(Quantity.ZERO);
        assertThat(ledger.exposures().market(RAIN.id()))
                .as("ten must be bought back at up to one")
                .isEqualTo(usd("10"));

        ledger.book(S, at(fill(2, 2, YES, Side.BUY, "15", "0.80", "0"), SettlementStatus.CONFIRMED));
        assertThat(ledger.deficit(S, YES)).isEqualTo(Quantity.ZERO);
        assertThat(ledger.position(S, YES).economic()).isEqualTo(shares("5"));
        assertThat(ledger.position(S, YES).cost()).isEqualTo(usd("4"));
        assertThat(ledger.position(S, YES).realised()).isEqualTo(usd("-1"));
    }

    @Test
    void anInstrumentWhoseMarketIsNotKnownStandsAloneUntilItIs() {
        List<Market> known = new ArrayList<>();
        PortfolioLedger ledger = new PortfolioLedger(
                Given.ACCOUNT,
                instrument -> known.stream()
                        .filter(m -> m.has(instrument))
                        .findFirst()
                        .orElse(null));
        ledger.book(S, at(fill(1, 1, YES, Side.BUY, "10", "0.50", "0"), SettlementStatus.CONFIRMED));
        ledger.book(S, at(fill(2, 2, NO, Side.BUY, "10", "0.40", "0"), SettlementStatus.CONFIRMED));
        assertThat(ledger.exposures().account()).isEqualTo(usd("9"));

        known.add(RAIN);
        ledger.book(S, fill(3, 3, NO, Side.BUY, "1", "0.40", "0"));

        assertThat(ledger.exposures().market(RAIN.id()))
                .isEqualTo(ledger.exposures().account());
        assertThat(ledger.exposures().account())
                .as("ten pairs, and a share that may not come")
                .isEqualTo(Cash.ZERO);
    }

    /** Everything a caller can see. */
    private static String figures(PortfolioLedger ledger) {
        StringBuilder out = new StringBuilder(ledger.balance().toString());
        List<String> strategies = List.of("ann", "bob", S);
        Consumer<InstrumentId> add = instrument -> {
            strategies.forEach(strategy ->
                    out.append(ledger.position(strategy, instrument)).append(ledger.deficit(strategy, instrument)));
            out.append(ledger.accountPosition(instrument))
                    .append(ledger.exposures().potentialQuantity(instrument));
        };
        for (Market market : List.of(RAIN, SNOW)) {
            add.accept(market.first().instrument());
            add.accept(market.second().instrument());
            out.append(ledger.exposures().market(market.id()));
        }
        return out.append(ledger.exposures().account()).toString();
    }
}
