package io.ploy.testkit.polymarket;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.api.signing.Address;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.listing.ListedEvent;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import io.ploy.testkit.polymarket.listing.Tag;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.time.VenueLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A small venue in manual time, for tests of its parts: an ordinary market, a neg-risk market, a position market. */
public final class VenueFixture implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    public static final String CONDITION = "0x" + "a1".repeat(32);
    public static final String YES = "1001";
    public static final String NO = "1002";
    public static final String NEG_RISK_CONDITION = "0x" + "b2".repeat(32);
    public static final String POSITION_CONDITION = "0x" + "01".repeat(31);

    public final VenueLoop loop = VenueLoop.manual(START);
    public final VenueState state;
    public final ListedMarket market;
    public final ListedMarket negRisk;
    public final ListedMarket position;

    public VenueFixture() {
        SimulatedExchange exchange = new SimulatedExchange(
                loop.timeline(),
                ExchangeSettings.builder()
                        .latency(Duration.ZERO, Duration.ZERO)
                        .dataLatency(Duration.ZERO)
                        .build());
        state = VenueState.of(7, 137, loop, exchange);
        market = market("101", CONDITION, YES, NO, ProtocolVersion.V1, false);
        negRisk = market("102", NEG_RISK_CONDITION, "2001", "2002", ProtocolVersion.V1, true);
        position = market("103", POSITION_CONDITION, "3001", "3002", ProtocolVersion.V2, false);
        loop.ask(() -> {
            List.of(market, negRisk, position).forEach(state.catalogue()::list);
            return true;
        });
    }

    /** Opens an account. */
    public VenueAccount open(String name, WalletKind kind, Address signer, Address wallet, String collateral) {
        VenueAccount account = new VenueAccount(new AccountId(name), kind, signer, wallet);
        return loop.ask(() -> {
            state.accounts().open(account, Cash.parse(collateral));
            return account;
        });
    }

    /** Lists a neg-risk event; the tokens of its first market are 4000 and 4001, of its second 4010 and 4011. */
    public List<ListedMarket> listEvent(int markets) {
        ListedEvent event = event("500", true);
        List<ListedMarket> listed = new ArrayList<>();
        for (int i = 0; i < markets; i++) {
            String id = "50" + i;
            Market market = market(id, "0x" + ("e" + i).repeat(32), "40" + i + "0", "40" + i + "1").toBuilder()
                    .event(event.exclusive(markets))
                    .build();
            listed.add(listed(market, id, event, ProtocolVersion.V1, "d4".repeat(31) + "0" + i));
        }
        return loop.ask(() -> {
            listed.forEach(state.catalogue()::list);
            return listed;
        });
    }

    @Override
    public void close() {
        loop.close();
    }

    private static ListedMarket market(
            String id, String condition, String yes, String no, ProtocolVersion version, boolean negRisk) {
        return listed(market(id, condition, yes, no), id, event(id, negRisk), version, "c3".repeat(32));
    }

    private static Market market(String id, String condition, String yes, String no) {
        return Market.builder(
                        new MarketId(ListedMarket.VENUE, condition),
                        new Outcome("Yes", new InstrumentId(ListedMarket.VENUE, yes)),
                        new Outcome("No", new InstrumentId(ListedMarket.VENUE, no)),
                        TradingRules.builder(TickSize.CENT)
                                .fees(FeeSchedule.takerRate("0.04"))
                                .build())
                .slug("market-" + id)
                .question("Will market " + id + " happen?")
                .build();
    }

    private static ListedEvent event(String id, boolean negRisk) {
        return new ListedEvent(
                "9" + id,
                "event-" + id,
                "Event " + id,
                negRisk,
                "",
                List.of(new Tag("21", "Crypto", "crypto")),
                START.minus(Duration.ofDays(1)),
                START.plus(Duration.ofDays(30)));
    }

    private static ListedMarket listed(
            Market market, String id, ListedEvent event, ProtocolVersion version, String question) {
        return new ListedMarket(
                market,
                id,
                event,
                version,
                "0x" + question,
                "Resolves to Yes if it happens.",
                "",
                "https://example.org/source",
                event.createdAt(),
                event.endsAt());
    }
}
