package io.ploy.testkit.crash;

import io.ploy.api.money.Cash;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.testkit.polymarket.LimitPolicy;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.relayer.RelayerSettings;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The venue that outlives those who trade there, and kills them when their bytes have come so far. */
final class CrashVenue implements WireFaults, AutoCloseable {
    private static final List<WalletKind> WITH_OPERATIONS =
            List.of(WalletKind.SAFE, WalletKind.PROXY, WalletKind.DEPOSIT);

    private final PolymarketSimulator venue;
    private final Map<String, Kill> kills = new ConcurrentHashMap<>();

    /** At one moment of one account's requests. */
    private static final class Kill {
        private final String step;
        private final Runnable deed;
        private int left;

        private Kill(String step, int passage, Runnable deed) {
            this.step = step;
            this.deed = deed;
            left = passage;
        }

        /** On the venue's thread only. */
        private boolean strikes(String passed) {
            if (passed.equals(step) && --left == 0) {
                deed.run();
                return true;
            }
            return false;
        }
    }

    CrashVenue(long seed, int runs) {
        venue = PolymarketSimulator.builder()
                .seed(seed)
                .world(WorldSpec.parse("longdated:questions=2;newer=1;candidates=3;traffic=busy"))
                .exchange(ExchangeSettings.builder()
                        .seed(seed)
                        .latency(Duration.ZERO, Duration.ZERO)
                        .cancelLatency(Duration.ZERO)
                        .dataLatency(Duration.ZERO)
                        .settlement(Duration.ofMillis(150), Duration.ofMillis(400))
                        .build())
                .relayer(new RelayerSettings(Duration.ofMillis(100), 0))
                .limits(LimitPolicy.OFF)
                .accounts(accounts(seed, runs))
                .faults(this)
                .start();
    }

    /** One account for each run, so that runs do not mix; every fourth without operations. */
    private static List<TestAccount> accounts(long seed, int runs) {
        List<TestAccount> made = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            WalletKind kind = run % 4 == 3 ? WalletKind.EOA : WITH_OPERATIONS.get(run % 4);
            made.add(TestAccount.of(seed, 137, "run-" + run, kind, Cash.ofUsd(10_000)));
        }
        return made;
    }

    PolymarketSimulator simulator() {
        return venue;
    }

    /** Kills when an account's bytes have come so far for the so-manyth time. */
    void killAt(TestAccount account, String step, int passage, Runnable deed) {
        kills.put(signer(account), new Kill(step, passage, deed));
    }

    /** Kills nobody of that account any more. */
    void spare(TestAccount account) {
        kills.remove(signer(account));
    }

    static String signer(TestAccount account) {
        return account.account().signer().toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public OnRequest before(WireRequest request) {
        Kill kill = kill(request);
        String what = what(request);
        if (kill != null && kill.strikes("wire " + what + " lost")) {
            return OnRequest.lose(Ending.RESET);
        }
        if (kill != null) {
            kill.strikes("wire " + what + " arrived");
        }
        return OnRequest.GO_ON;
    }

    @Override
    public OnAnswer after(WireRequest request, WireAnswer answer) {
        Kill kill = kill(request);
        if (kill != null) {
            kill.strikes("wire " + what(request) + " answered");
        }
        return OnAnswer.send(answer);
    }

    private static String what(WireRequest request) {
        if (request.api() == Api.RELAYER) {
            return request.method().equals("POST") ? "operation" : "";
        }
        if (request.api() == Api.CLOB && request.path().equals("/order")) {
            return request.method().equals("POST") ? "order" : "cancel";
        }
        return "";
    }

    private Kill kill(WireRequest request) {
        if (request.api() == Api.CLOB) {
            return kills.get(request.header("POLY_ADDRESS").orElse("").toLowerCase(Locale.ROOT));
        }
        if (request.api() == Api.RELAYER) {
            String body = request.body().toLowerCase(Locale.ROOT);
            return kills.entrySet().stream()
                    .filter(entry -> body.contains(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    @Override
    public void close() {
        venue.close();
    }
}
