package io.ploy.host.run;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.fault.Counterparty;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.server.log.Exchange;
import io.ploy.testkit.polymarket.wire.WireRequest;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A simulated Polymarket on loopback with one account, and configurations that trade there far from the market. */
final class RunVenue implements AutoCloseable {
    private static final long SEED = 11;
    private static final long CHAIN = 137;

    volatile boolean deaf;
    private final AtomicInteger unheard = new AtomicInteger();
    final TestAccount account = TestAccount.of(SEED, CHAIN, "main", WalletKind.EOA, Cash.ofUsd(1_000));
    final PolymarketSimulator venue = PolymarketSimulator.builder()
            .seed(SEED)
            .chain(CHAIN)
            .world(WorldSpec.parse("longdated:questions=2;newer=0"))
            .accounts(List.of(account))
            .faults(new Ears())
            .start();

    private final Counterparty seller = new Counterparty(venue.state());

    /** What the process's environment must have. */
    Map<String, String> environment() {
        return Map.of("PLOY_KEY", account.privateKey(), "PLOY_DB_PASSWORD", "postgres");
    }

    /**
     * Writes a configuration of a run that proves nothing.
     *
     * @param name of the file without its ending, and of who sends requests
     * @param rest of the file, from its journal on
     */
    Path config(Path folder, String name, String rest) throws IOException {
        return config(
                folder,
                name,
                "    parameters: {edge: 0.2, size: 5}\n",
                "deployments: {evidence: waived, waivedBy: anna, waivedWhy: a simulated venue}\n" + rest);
    }

    /**
     * Writes a configuration.
     *
     * @param name of the file without its ending, and of who sends requests
     * @param strategy more lines of the strategy
     * @param rest of the file
     */
    Path config(Path folder, String name, String strategy, String rest) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>(venue.connectionParameters());
        parameters.put("slugs", "'*'");
        parameters.put("refresh", "5");
        parameters.put("userAgent", name);
        StringBuilder yaml = new StringBuilder("mode: live\nvenue:\n  connector: polymarket\n  parameters:\n");
        parameters.forEach((key, value) ->
                yaml.append("    ").append(key).append(": ").append(value).append('\n'));
        yaml.append("""
                account:
                  name: main
                  key: env:PLOY_KEY
                  parameters: {kind: EOA}
                strategies:
                  - name: far
                    strategy: simple-quoter
                """).append(strategy).append(rest);
        return Files.writeString(folder.resolve(name + ".yaml"), yaml);
    }

    List<OrderRow> open() {
        return venue.state().loop().ask(() -> venue.records().open(account.account()));
    }

    /** What the venue calls all orders it ever had of the account, sorted. */
    List<String> names() {
        return venue.state().loop().ask(() -> venue.records().orders(account.account())).stream()
                .map(OrderRow::id)
                .sorted()
                .toList();
    }

    /** Orders that one process sent, as the venue saw them. */
    List<WireRequest> orders(String name) {
        return venue.log().exchanges().stream()
                .map(Exchange::request)
                .filter(request -> request.method().equals("POST")
                        && request.path().startsWith("/order")
                        && request.header("User-Agent").filter(name::equals).isPresent())
                .toList();
    }

    /**
     * Somebody sells into one of the account's bids, if there is one, and into all that is better, and goes on offering at its
     * price: what the account bought is worth less than it paid.
     */
    void sellIntoABid() {
        Quantity plenty = Quantity.ofShares(1_000_000);
        open().stream()
                .filter(order -> order.side() == Side.BUY)
                .findFirst()
                .ifPresent(bid -> venue.state().loop().ask(() -> {
                    seller.take(bid.instrument(), Side.SELL, plenty, bid.price());
                    return seller.rest(bid.instrument(), Side.SELL, plenty, bid.price());
                }));
    }

    /** Whether the account has a purchase open. */
    boolean isBidFor() {
        return open().stream().anyMatch(order -> order.side() == Side.BUY);
    }

    /** How many cancels were not heard. */
    int unheard() {
        return unheard.get();
    }

    /** Does not hear cancels while it is deaf; who sends them hears nothing. */
    private final class Ears implements WireFaults {
        @Override
        public OnRequest before(WireRequest request) {
            if (!deaf || !request.method().equals("DELETE")) {
                return OnRequest.GO_ON;
            }
            unheard.incrementAndGet();
            return OnRequest.lose(Ending.SILENCE);
        }
    }

    @Override
    public void close() {
        venue.close();
    }
}
