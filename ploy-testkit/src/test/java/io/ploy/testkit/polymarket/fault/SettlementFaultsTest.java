package io.ploy.testkit.polymarket.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.testkit.polymarket.fault.FaultBench.Ear;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** F25 to F31 on the user channel. */
class SettlementFaultsTest {
    private final FaultBench bench = new FaultBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** Trades, lets time pass, and says what the user channel told of the trade. */
    private List<String> statuses(String seconds) {
        Ear ear = bench.user();
        assertThat(bench.post(bench.buy("10", "0.60").fillAndKill()).body()).contains("matched");
        bench.advance(seconds);
        bench.settle();
        List<String> statuses = new ArrayList<>();
        ear.events("trade")
                .forEach(text -> statuses.add(Ask.read(text).path("status").asText()));
        return statuses;
    }

    @Test
    void f25TradesSettleAtOtherTimes() {
        bench.inject(Fault.F25, fault -> fault.with("mined", "20s").with("confirmed", "60s"));
        assertThat(statuses("30")).containsExactly("MATCHED", "MINED");
        bench.advance("30");
        assertThat(bench.trades().get(0).status().name()).isEqualTo("CONFIRMED");
    }

    @Test
    void f26ATradeIsRetriedAndSettles() {
        bench.inject(Fault.F26, fault -> fault.with("retries", "2").with("gap", "5s"));
        assertThat(statuses("60")).containsExactly("MATCHED", "RETRYING", "RETRYING", "MINED", "CONFIRMED");
    }

    @Test
    void f27AMatchedTradeFails() {
        bench.inject(Fault.F27, fault -> fault.times(1).with("delay", "10s"));
        assertThat(statuses("30")).containsExactly("MATCHED", "RETRYING", "FAILED");
        bench.post(bench.buy("10", "0.60").fillAndKill());
        bench.advance("30");
        assertThat(bench.trades().get(0).status().name()).as("once only").isEqualTo("CONFIRMED");
    }

    @Test
    void f27OnePartOfATradeFails() {
        bench.quote("0.39", "0.61");
        bench.inject(Fault.F27, fault -> fault.with("bucket", "2"));
        bench.post(bench.buy("600", "0.61").fillAndKill());
        bench.advance("60");
        assertThat(bench.trades())
                .extracting(trade -> trade.bucket() + " " + trade.status())
                .containsExactlyInAnyOrder("0 CONFIRMED", "1 FAILED");
    }

    @Test
    void f28ATradeStaysMatched() {
        bench.inject(Fault.F28, fault -> {});
        assertThat(statuses("86400")).containsExactly("MATCHED");
    }

    @Test
    void f29AMinedTradeIsUndone() {
        bench.inject(
                Fault.F29,
                fault -> fault.with("gap", "5s").with("then", "FAILS").with("toldFinal", "true"));
        assertThat(statuses("60")).containsExactly("MATCHED", "MINED", "CONFIRMED", "RETRYING", "FAILED");
    }

    @Test
    void f29AMinedTradeIsUndoneAndConfirmedElsewhere() {
        bench.inject(Fault.F29, fault -> fault.with("gap", "5s").with("then", "CONFIRMS"));
        assertThat(statuses("60")).containsExactly("MATCHED", "MINED", "RETRYING", "MINED", "CONFIRMED");
    }

    @Test
    void f31TradesFailThatWouldHaveWon() {
        bench.inject(Fault.F31, fault -> fault.with("against", "WINNERS").where("account", "eoa"));
        bench.post(bench.buy("10", "0.60").fillAndKill());
        bench.advance("60");
        assertThat(bench.trades().get(0).status().name())
                .as("bought above the middle")
                .isEqualTo("CONFIRMED");
        bench.ask(() -> bench.venue.state().exchange().place(bench.maker, bench.sell("10", "0.45")));
        bench.post(bench.buy("10", "0.45").fillAndKill());
        bench.advance("60");
        assertThat(bench.trades().get(0).status().name())
                .as("bought below the middle")
                .isEqualTo("FAILED");
    }
}
