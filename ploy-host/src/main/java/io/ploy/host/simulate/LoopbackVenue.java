package io.ploy.host.simulate;

import io.ploy.api.money.Cash;
import io.ploy.api.secret.Secret;
import io.ploy.api.venue.AccountSettings;
import io.ploy.core.signing.LocalKey;
import io.ploy.core.time.SystemClock;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.demo.DemoRequest;
import io.ploy.host.demo.DemoVenue;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.scenario.Profile;
import io.ploy.testkit.polymarket.scenario.Scenario;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulated Polymarket in this process, for a demo. Its time begins at the start of a window. */
public final class LoopbackVenue implements DemoVenue {
    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
    private static final long CHAIN = 137;
    private static final Cash COLLATERAL = Cash.ofUsd(1_000);
    private static final WorldSpec WORLD =
            WorldSpec.parse("updown:symbols=BTC;window=5m;ahead=1;average=5s;dumps=true");

    private final PolymarketSimulator venue;
    private final Scenario scenario;
    private final LocalKey key;
    private final AccountSettings settings;

    private LoopbackVenue(PolymarketSimulator venue, Scenario scenario, TestAccount account) {
        this.venue = venue;
        this.scenario = scenario;
        key = account.openKey();
        settings = new AccountSettings(
                account.account().id(),
                key,
                account.connectorParameters(),
                Map.of("relayerKey", new Secret(venue.relayerKey(account).toCharArray())));
    }

    /**
     * Opens one.
     *
     * @param request its seed and its profile
     * @return serving on a free port of loopback
     * @throws CommandFailure if there is no such profile, or no port can be had
     */
    public static DemoVenue open(DemoRequest request) {
        Scenario scenario = request.profile()
                .map(word -> Scenario.builder(word)
                        .seed(request.seed())
                        .profile(profile(word))
                        .build())
                .orElse(Scenario.NONE);
        TestAccount account = TestAccount.of(request.seed(), CHAIN, "demo", WalletKind.SAFE, COLLATERAL);
        try {
            PolymarketSimulator venue = PolymarketSimulator.builder()
                    .seed(request.seed())
                    .chain(CHAIN)
                    .clock(from(START))
                    .world(WORLD)
                    .accounts(List.of(account))
                    .start();
            return new LoopbackVenue(venue, scenario, account);
        } catch (UncheckedIOException e) {
            throw CommandFailure.failed("The simulated venue cannot be served on loopback.", e);
        }
    }

    private static Profile profile(String word) {
        try {
            return Profiles.named(word);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(String.valueOf(e.getMessage()));
        }
    }

    private static Clock from(Instant start) {
        Clock machine = SystemClock.utc();
        return Clock.offset(machine, Duration.between(machine.instant(), start));
    }

    @Override
    public Clock clock() {
        return venue.clock();
    }

    @Override
    public String connector() {
        return "polymarket";
    }

    @Override
    public Map<String, String> connectionParameters() {
        Map<String, String> parameters = new LinkedHashMap<>(venue.connectionParameters());
        parameters.put("series", "btc-up-or-down-5m");
        parameters.put("refresh", "5");
        parameters.put("prices", "REAL_TIME");
        parameters.put("priceSymbols", "BTC/USD");
        return parameters;
    }

    @Override
    public AccountSettings account() {
        return settings;
    }

    @Override
    public Cash collateral() {
        return COLLATERAL;
    }

    @Override
    public void beginFaults() {
        venue.play(scenario);
    }

    @Override
    public long strikes() {
        venue.faultLog().flush();
        return venue.faultLog().firings().size();
    }

    @Override
    public void close() {
        settings.secret("relayerKey").ifPresent(Secret::close);
        key.close();
        venue.close();
    }
}
