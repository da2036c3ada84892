package io.ploy.host.config;

import io.ploy.api.money.Cash;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.breaker.BreakerSettings;
import java.time.Duration;
import java.util.List;

/** Reads when breakers trip: the section {@code breakers}. All of it may be left out. */
final class BreakerSection {
    private static final Parameter<Duration> UNTRUSTED = time("untrusted", "30")
            .help("How long a live market may be without a trusted book before it takes no new risk.");
    private static final Parameter<Duration> LIVE_FOR =
            time("liveFor", "10").help("How long its books must be trusted again before it does.");

    private static final Parameter<Integer> FAILURES = count("failures", "5", 1, 1_000)
            .help("How many failures and timeouts of orders within the window open the circuit.");
    private static final Parameter<Duration> GATEWAY_WINDOW =
            time("window", "30").help("How long an answer, or that there was none, counts.");
    private static final Parameter<Integer> ERROR_BASIS_POINTS = count("errorBasisPoints", "5000", 1, 9_999)
            .help("The part of answers in hundredths of a percent above which failures open it.");
    private static final Parameter<Integer> LEAST_ANSWERS =
            count("leastAnswers", "10", 1, 1_000).help("How many answers there must be for that part to count.");
    private static final Parameter<Duration> FIRST_WAIT =
            time("firstWait", "5").help("How long it stays open at first, at most as long as longestWait.");
    private static final Parameter<Duration> LONGEST_WAIT = time("longestWait", "300")
            .help("How long at most, however often it opened again; each time twice as long.");
    private static final Parameter<Integer> JITTER_BASIS_POINTS = count("jitterBasisPoints", "2000", 0, 5_000)
            .help("By how much a longer wait differs at random, in hundredths of a percent.");
    private static final Parameter<Integer> ACKS =
            count("acks", "3", 1, 100).help("How many acknowledgements in a row close it while it is half open.");
    private static final Parameter<Cash> PROBE_NOTIONAL = Parameter.cash("probeNotional", "5")
            .between("0.01", "1000000")
            .help("The most an order may be worth while it is half open.");

    private static final Parameter<Integer> ACCOUNT_LIMIT =
            count("accountLimit", "3", 0, 1_000).help("How many orders may be in doubt before the account halts.");
    private static final Parameter<Duration> PERSON_AFTER =
            time("personAfter", "300").help("How long one may be in doubt before the account halts.");

    private static final Parameter<Integer> LEGS =
            count("legs", "50", 1, 10_000).help("How many of a market's last trades are looked at.");
    private static final Parameter<Integer> FAILED_BASIS_POINTS = count("failedBasisPoints", "1000", 0, 9_999)
            .help("The part of them in hundredths of a percent that may fail on chain.");
    private static final Parameter<Integer> ACCOUNT_FAILURES = count("accountFailures", "3", 1, 1_000)
            .help("How many trades that fail within the window, anywhere, stop the account.");
    private static final Parameter<Duration> SETTLEMENT_WINDOW =
            time("window", "1h").help("How long a failed trade counts for the account.");

    private static final Parameter<Integer> REJECTS =
            count("rejects", "5", 1, 1_000).help("How many refusals of the venue within the window stop a strategy.");
    private static final Parameter<Duration> REJECT_WINDOW =
            time("window", "60").help("How long a refusal counts.");

    private static final Parameter<Integer> HALT_BASIS_POINTS = count("haltBasisPoints", "12000", 10_000, 100_000)
            .help("The part of maxAccountDayLoss in hundredths of a percent at which the account halts.");
    private static final Parameter<Integer> RATE_BASIS_POINTS = count("rateBasisPoints", "5000", 1, 10_000)
            .help("The part of maxStrategyDayLoss that a strategy may lose within the window.");
    private static final Parameter<Duration> RATE_WINDOW =
            Parameter.duration("rateWindow", "5m").between("1", "3600").help("How long that window is.");

    private static final Parameter<Duration> UNKNOWN_FOR = time("unknownFor", "60")
            .help("How long something held may be without a trusted mark before its market takes no new risk.");

    private static final Parameter<Integer> PER_MINUTE = count("perMinute", "300", 1, 100_000)
            .help("How many orders, or fills, of the account in a minute are never too many.");
    private static final Parameter<Integer> TIMES_MEDIAN = count("timesMedian", "5", 1, 1_000)
            .help("How many times the median minute of the last day are not either.");

    /** The parts of the section in the order in which they are shown. */
    static final List<Part> PARTS = List.of(
            new Part("feed", List.of(UNTRUSTED, LIVE_FOR)),
            new Part(
                    "gateway",
                    List.of(
                            FAILURES,
                            GATEWAY_WINDOW,
                            ERROR_BASIS_POINTS,
                            LEAST_ANSWERS,
                            FIRST_WAIT,
                            LONGEST_WAIT,
                            JITTER_BASIS_POINTS,
                            ACKS,
                            PROBE_NOTIONAL)),
            new Part("unknownOrder", List.of(ACCOUNT_LIMIT, PERSON_AFTER)),
            new Part("settlement", List.of(LEGS, FAILED_BASIS_POINTS, ACCOUNT_FAILURES, SETTLEMENT_WINDOW)),
            new Part("reject", List.of(REJECTS, REJECT_WINDOW)),
            new Part("loss", List.of(HALT_BASIS_POINTS, RATE_BASIS_POINTS, RATE_WINDOW)),
            new Part("mark", List.of(UNKNOWN_FOR)),
            new Part("tradeRate", List.of(PER_MINUTE, TIMES_MEDIAN)));

    /** Keys that stand together below one of their own. */
    record Part(String name, List<Parameter<?>> keys) {}

    private final Section breakers;

    BreakerSection(Section root) {
        breakers = root.section("breakers").allow(PARTS.stream().map(Part::name).toList());
    }

    BreakerSettings settings() {
        Section feed = part("feed");
        Section unknownOrder = part("unknownOrder");
        Section settlement = part("settlement");
        Section reject = part("reject");
        Section loss = part("loss");
        Section mark = part("mark");
        Section tradeRate = part("tradeRate");
        return new BreakerSettings(
                new BreakerSettings.Feed(feed.value(UNTRUSTED), feed.value(LIVE_FOR)),
                gateway(part("gateway")),
                new BreakerSettings.UnknownOrder(unknownOrder.value(ACCOUNT_LIMIT), unknownOrder.value(PERSON_AFTER)),
                new BreakerSettings.Settlement(
                        settlement.value(LEGS),
                        settlement.value(FAILED_BASIS_POINTS),
                        settlement.value(ACCOUNT_FAILURES),
                        settlement.value(SETTLEMENT_WINDOW)),
                new BreakerSettings.Reject(reject.value(REJECTS), reject.value(REJECT_WINDOW)),
                new BreakerSettings.Loss(
                        loss.value(HALT_BASIS_POINTS), loss.value(RATE_BASIS_POINTS), loss.value(RATE_WINDOW)),
                new BreakerSettings.Mark(mark.value(UNKNOWN_FOR)),
                new BreakerSettings.TradeRate(tradeRate.value(PER_MINUTE), tradeRate.value(TIMES_MEDIAN)));
    }

    private static BreakerSettings.Circuit gateway(Section gateway) {
        Duration longest = gateway.value(LONGEST_WAIT);
        Duration first = gateway.value(FIRST_WAIT);
        if (first.compareTo(longest) > 0) {
            String key = gateway.has(FIRST_WAIT.name()) ? FIRST_WAIT.name() : LONGEST_WAIT.name();
            gateway.fault(
                    key,
                    "found firstWait " + seconds(first) + " and longestWait " + seconds(longest)
                            + ", allowed a first wait that is not longer than the longest");
            longest = first;
        }
        return new BreakerSettings.Circuit(
                gateway.value(FAILURES),
                gateway.value(GATEWAY_WINDOW),
                gateway.value(ERROR_BASIS_POINTS),
                gateway.value(LEAST_ANSWERS),
                first,
                longest,
                gateway.value(JITTER_BASIS_POINTS),
                gateway.value(ACKS),
                gateway.value(PROBE_NOTIONAL));
    }

    private Section part(String name) {
        return breakers.section(name)
                .allow(PARTS.stream()
                        .filter(part -> part.name().equals(name))
                        .flatMap(part -> part.keys().stream())
                        .map(Parameter::name)
                        .toList());
    }

    private static Parameter<Duration> time(String name, String usual) {
        return Parameter.duration(name, usual).between("0.001", "86400");
    }

    private static Parameter<Integer> count(String name, String usual, int least, int most) {
        return Parameter.integer(name, usual).between(String.valueOf(least), String.valueOf(most));
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1_000.0 + " s";
    }
}
