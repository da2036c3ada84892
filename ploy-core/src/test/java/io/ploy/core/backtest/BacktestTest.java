package io.ploy.core.backtest;

import static io.ploy.core.backtest.ScriptedFormat.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.RecordingException;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.order.RiskReason;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.ParameterException;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.sim.FillModel;
import io.ploy.core.sim.VenueTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {
    private static final FillModel SURE =
            FillModel.builder().settlementFailureRate(0).build();

    @TempDir
    Path folder;

    @Test
    void aWindowIsTradedSettledAndPaid() throws IOException {
        write(
                "a.script",
                "0.48 0.50",
                "0.40 0.42",
                "0.41 0.43",
                "0.60 0.62",
                "0.60 0.62",
                "0.60 0.62",
                "0.97 0.98",
                "up");

        BacktestResult result = backtest().build().run((read, total, events, at) -> {});

        MarketResult market = result.markets().get(0);
        assertThat(result.orders()).hasSize(1);
        assertThat(result.orders().get(0).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(market.resolution()).isPresent();
        assertThat(market.feesAssumed()).isTrue();
        assertThat(market.settledCash()).isEqualTo(Cash.ofUsd(20));
        // Bought when the order arrived, at the book of the second after the decision: 20 at 0.43 or below.
        assertThat(market.profitAndLoss().realised().micros())
                .isGreaterThanOrEqualTo(Cash.parse("11.4").micros());
        assertThat(result.finalEquity())
                .isEqualTo(result.startingCash().plus(result.profitAndLoss().net()));
    }

    @Test
    void twoRunsAreEqualToTheLastByte() throws IOException {
        write("a.script", "0.48 0.50", "0.40 0.42", "0.45 0.47", "0.60 0.62", "down");

        BacktestResult first = backtest().build().run((read, total, events, at) -> {});
        BacktestResult second = backtest().build().run((read, total, events, at) -> {});

        assertThat(second.journalSha256()).isEqualTo(first.journalSha256());
        assertThat(second.orders().toString()).isEqualTo(first.orders().toString());
        assertThat(second.fills()).isEqualTo(first.fills());
        assertThat(second.equity()).isEqualTo(first.equity());
        assertThat(second.settings()).isEqualTo(first.settings());
    }

    @Test
    void everythingThatWasAssumedIsWrittenDown() throws IOException {
        write("a.script", "0.48 0.50", "down");
        FillModel model = FillModel.base().toBuilder().seed(3).build();

        Map<String, String> settings = backtest()
                .fillModel(model)
                .seed(7)
                .build()
                .run((read, total, events, at) -> {})
                .settings();

        assertThat(settings)
                .containsEntry("fill.seed", "7")
                .containsEntry("fill.orderLatency", "PT0.25S")
                .containsEntry("fill.settlementFailureRate", "0.0")
                .containsEntry("fill.cancelsAhead", "0.5")
                .containsEntry("risk.maxMarketExposure", "50")
                .containsEntry("risk.blindSellFloor", "0")
                .containsEntry("risk.priceCollar", "0.08")
                .containsEntry("risk.maxBookAge", "5s")
                .doesNotContainKey("fill.terms");
        assertThat(settings.keySet().stream().filter(key -> key.startsWith("fill.")))
                .hasSize(VenueTerms.class.getRecordComponents().length
                        + FillModel.class.getRecordComponents().length
                        - 1);
    }

    @Test
    void withoutAFeeScheduleNothingIsTraded() throws IOException {
        write("a.script", "0.48 0.50", "0.40 0.42", "0.45 0.47");

        BacktestResult result = backtest().assumedFees(null).build().run((read, total, events, at) -> {});

        assertThat(result.denied()).containsOnlyKeys(RiskReason.FEE_UNKNOWN);
        assertThat(result.fills()).isEmpty();
    }

    @Test
    void whatCouldNotBeReadIsReportedWithFileAndLine() throws IOException {
        write("a.script", "0.48 0.50", "broken", "0.45 0.47");
        write("notes.txt", "not a recording");

        BacktestResult result = backtest().build().run((read, total, events, at) -> {});

        assertThat(result.malformed())
                .containsExactly(new Malformed("a.script", 2, "found 'broken', expected two prices"));
        assertThat(result.statistics().malformed()).isOne();
        assertThat(result.skipped()).extracting(SkippedFile::name).containsExactly("notes.txt");
    }

    @Test
    void aFileThatIsCutOffFailsTheRun() throws IOException {
        write("a.script", "0.48 0.50", "cut");

        Backtest backtest = backtest().build();

        assertThatThrownBy(() -> backtest.run((read, total, events, at) -> {}))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("a.script:2");
    }

    @Test
    void aFolderWithoutRecordingsSaysWhichFormatsThereAre() {
        Backtest backtest = backtest().build();

        assertThatThrownBy(() -> backtest.run((read, total, events, at) -> {}))
                .isInstanceOf(BacktestException.class)
                .hasMessageContaining("no recording")
                .hasMessageContaining("script");
    }

    @Test
    void anUnknownParameterIsRefusedBeforeAnythingIsRead() {
        Backtest.Builder builder = backtest().parameters(Map.of("maxPrise", "0.40"));

        assertThatThrownBy(builder::build)
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("maxPrise")
                .hasMessageContaining("maxPrice");
    }

    @Test
    void progressIsToldAtTheEnd() throws IOException {
        write("a.script", "0.48 0.50", "0.45 0.47");
        List<Long> events = new ArrayList<>();

        backtest().build().run((read, total, count, at) -> events.add(count));

        assertThat(events).last().isEqualTo(7L);
    }

    private Backtest.Builder backtest() {
        return Backtest.builder(new BuyOnce())
                .formats(List.of(new ScriptedFormat()))
                .data(folder)
                .fillModel(SURE)
                // It bids up to 0.50 where 0.42 is asked.
                .limits(RiskLimits.builder()
                        .set(Limit.PRICE_COLLAR, Price.parse("0.08"))
                        .build())
                .assumedFees(FeeSchedule.takerRate("0.07"));
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    /** Buys 20 Up once it is offered at 0.45 or below, at up to 0.50. */
    private static final class BuyOnce implements StrategyFactory {
        private static final Parameter<Price> MAX_PRICE = Parameter.price("maxPrice", "0.45");

        @Override
        public String name() {
            return "buy-once";
        }

        @Override
        public List<Parameter<?>> parameters() {
            return List.of(MAX_PRICE);
        }

        @Override
        public Strategy create(StrategyContext context) {
            return book -> {
                boolean cheap = book.instrument().equals(UP)
                        && book.bestAskMicros() > 0
                        && book.bestAskMicros() <= context.parameter(MAX_PRICE).micros();
                if (cheap
                        && context.openOrders().isEmpty()
                        && context.position(UP).isFlat()) {
                    context.submit(OrderRequest.buy(UP, Quantity.ofShares(20), Price.parse("0.50"))
                            .fillAndKill());
                }
            };
        }
    }
}
