package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.connectors.polymarket.data.DataClient;
import io.ploy.connectors.polymarket.data.DataVersion;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolymarketAccountReaderTest {
    private static final String BALANCE = "GET /balance-allowance";
    private static final InstrumentId ORDERED = new InstrumentId("polymarket", "111");

    private final ScriptedTransport venue = new ScriptedTransport();
    private final PolymarketAccountReader reader = new PolymarketAccountReader(
            "polymarket",
            Facts.FUNDER,
            venue.client(),
            new DataClient(venue, new UnknownMembers(), DataVersion.V1),
            new OneMarket(MarketVersion.CTF),
            new ManualTime(Facts.NOW),
            Runnable::run);

    @BeforeEach
    void anOrderIsOpenAndNothingIsIndexed() {
        venue.answer("GET /positions", "[]");
        venue.answer("GET /data/orders", VenueRows.list(VenueRows.order(Facts.ORDER.value(), "[]")));
        holds("0");
    }

    private void holds(String micros) {
        venue.answer(BALANCE, "{\"balance\":\"" + micros + "\",\"allowances\":{}}");
    }

    private AccountSnapshot read(InstrumentId... asked) {
        return reader.read(Set.of(asked)).toCompletableFuture().join();
    }

    @Test
    void whatIsAskedForIsReadAndNamedAlsoIfThereIsNoneOfIt() {
        assertThat(read(OneMarket.YES, OneMarket.NO))
                .isEqualTo(new AccountSnapshot(
                        Cash.ZERO, Map.of(OneMarket.YES, Quantity.ZERO, OneMarket.NO, Quantity.ZERO), true, Facts.NOW));
        assertThat(venue.asked)
                .anyMatch(each -> each.startsWith(BALANCE) && each.contains(OneMarket.YES.symbol()))
                .anyMatch(each -> each.startsWith(BALANCE) && each.contains(OneMarket.NO.symbol()))
                .anyMatch(each -> each.startsWith(BALANCE) && each.contains("token_id=111&"));
    }

    @Test
    void whatIsFoundIsNamedIfThereIsSomeOfIt() {
        holds("7000000");

        assertThat(read(OneMarket.YES).holdings())
                .isEqualTo(Map.of(OneMarket.YES, Quantity.ofShares(7), ORDERED, Quantity.ofShares(7)));
    }

    @Test
    void whatCannotBeReadIsNotZero() {
        venue.fail(BALANCE, Failure.SERVER_ERROR, "");

        assertThatThrownBy(() -> read(OneMarket.YES)).hasCauseInstanceOf(RequestException.class);
    }

    @Test
    void anotherVenuesInstrumentIsRefused() {
        assertThatThrownBy(() -> read(new InstrumentId("elsewhere", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elsewhere");
    }
}
