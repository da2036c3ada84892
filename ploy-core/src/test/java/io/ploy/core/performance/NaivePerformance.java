package io.ploy.core.performance;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.Event;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.core.book.LadderBook;
import io.ploy.core.portfolio.PositionFigures;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Performance the long way: after every step everything is added up again from the ledger and the books. */
final class NaivePerformance {
    /** What a scope comes to. */
    record Sum(long economic, long confirmed, long economicLeast, long confirmedLeast) {
        static final Sum NONE = new Sum(0, 0, 0, 0);

        long worse() {
            return Math.min(economic, confirmed);
        }

        boolean bound() {
            return economic != economicLeast || confirmed != confirmedLeast;
        }
    }

    private record Mark(long size, long value) {}

    private record Leg(PerformanceScope scope, InstrumentId instrument, int view) {}

    private final RandomSession session;
    private final Desk desk;
    final Map<PerformanceScope, Sum> sums = new TreeMap<>();
    final Map<PerformanceScope, Sum> starts = new HashMap<>();
    final Map<PerformanceScope, Long> peaks = new HashMap<>();
    final Map<String, Integer> losses = new HashMap<>();
    private final Map<String, Map<String, Long>> settled = new HashMap<>();
    private final Map<String, Map<String, Long>> forgivenOf = new HashMap<>();
    private final Set<String> traded = new HashSet<>();
    private final Map<InstrumentId, Instant> untrustedSince = new HashMap<>();
    private final Map<InstrumentId, Mark> last = new HashMap<>();
    private final Map<Leg, Mark> lastOf = new HashMap<>();
    private final Map<InstrumentId, Map<String, PositionFigures>> figures = new HashMap<>();
    private LocalDate day;
    private int baselines;
    private int forgiven;
    /** Events in the order in which they were closed first, since a streak was forgiven. */
    private final Map<String, List<String>> row = new HashMap<>();

    NaivePerformance(RandomSession session) {
        this.session = session;
        desk = session.desk;
        day = LocalDate.ofInstant(desk.now, ZoneOffset.UTC);
    }

    void step() {
        figures.clear();
        LocalDate today = LocalDate.ofInstant(desk.now, ZoneOffset.UTC);
        if (today.isAfter(day)) {
            day = today;
            starts.clear();
            starts.putAll(sums);
        }
        lookAtBooks();
        for (PerformanceScope scope : scopes()) {
            Sum sum = sum(scope);
            sums.put(scope, sum);
            if (!sum.bound() && sum.worse() >= peaks.getOrDefault(scope, 0L) + 10_000) {
                peaks.put(scope, sum.worse());
            }
        }
        if (session.baselines > baselines) {
            baselines = session.baselines;
            peaks.put(
                    PerformanceScope.ACCOUNT, sums.get(PerformanceScope.ACCOUNT).worse());
        }
        if (session.forgiven > forgiven) {
            forgiven = session.forgiven;
            losses.put("ann", 0);
            forgivenOf
                    .computeIfAbsent("ann", name -> new HashMap<>())
                    .putAll(settled.computeIfAbsent("ann", name -> new LinkedHashMap<>()));
            row.remove("ann");
        }
        settle();
    }

    private static List<PerformanceScope> scopes() {
        List<PerformanceScope> scopes = new ArrayList<>(List.of(
                PerformanceScope.ACCOUNT, PerformanceScope.domain("crypto"), PerformanceScope.domain("sports")));
        RandomSession.STRATEGIES.forEach(name -> scopes.add(PerformanceScope.strategy(name)));
        return scopes;
    }

    private static List<String> strategies(PerformanceScope scope) {
        return switch (scope.kind()) {
            case ACCOUNT -> RandomSession.STRATEGIES;
            case DOMAIN -> scope.name().equals("sports") ? List.of("sue") : List.of("ann", "bob");
            case STRATEGY -> List.of(scope.name());
        };
    }

    private void lookAtBooks() {
        desk.books.forEach((instrument, book) -> {
            if (book.trust() == BookTrust.LIVE) {
                untrustedSince.remove(instrument);
                long held = RandomSession.STRATEGIES.stream()
                        .mapToLong(name -> Math.max(
                                0, desk.ledger.figures(name, instrument).economicShares()))
                        .sum();
                long size = Math.max(held, 1_000_000);
                last.put(instrument, held == 0 ? new Mark(0, 0) : new Mark(size, walk(book, size)));
            } else {
                untrustedSince.putIfAbsent(instrument, desk.now);
            }
        });
    }

    private long walk(LadderBook book, long size) {
        long sum = 0;
        long missing = size;
        for (BookLevel level : book.levels(BookSide.BIDS, 100)) {
            Quantity taken = Quantity.ofMicros(Math.min(missing, level.size().micros()));
            Market market = desk.markets.get(book.instrument());
            sum += Cash.notional(level.price(), taken, RoundingMode.FLOOR).micros();
            sum -= market.rules()
                    .fees()
                    .orElseThrow()
                    .takerFee(level.price(), taken, RoundingMode.CEILING)
                    .micros();
            missing -= taken.micros();
        }
        return sum;
    }

    private Sum sum(PerformanceScope scope) {
        long[] known = new long[2];
        long[] least = new long[2];
        for (int view = 0; view < 2; view++) {
            for (InstrumentId instrument : desk.books.keySet()) {
                long[] figures = figures(scope, instrument, view);
                known[view] += figures[2] - figures[3] - figures[1];
            }
            if (scope.equals(PerformanceScope.ACCOUNT)) {
                known[view] += desk.ledger.income().micros() - desk.ledger.gas().micros();
            }
            least[view] = known[view];
            Map<String, List<Market>> groups = new LinkedHashMap<>();
            desk.byId
                    .values()
                    .forEach(market -> groups.computeIfAbsent(key(market), name -> new ArrayList<>())
                            .add(market));
            for (List<Market> group : groups.values()) {
                // Where the views are one, so are their marks.
                boolean one = view == 1 && agree(scope, group);
                long[] worth = worth(scope, group, one ? 0 : view);
                known[view] += worth[0];
                least[view] += worth[1];
            }
        }
        return new Sum(known[0], known[1], least[0], least[1]);
    }

    private boolean agree(PerformanceScope scope, List<Market> group) {
        List<InstrumentId> instruments = group.stream()
                .flatMap(market -> Stream.of(Desk.yes(market), Desk.no(market)))
                .toList();
        boolean agree = instruments.stream().allMatch(instrument -> {
            long[] economic = figures(scope, instrument, 0);
            long[] confirmed = figures(scope, instrument, 1);
            return economic[0] == confirmed[0] && economic[1] == confirmed[1];
        });
        if (agree) {
            for (InstrumentId instrument : instruments) {
                Mark economic = lastOf.get(new Leg(scope, instrument, 0));
                lastOf.compute(new Leg(scope, instrument, 1), (leg, before) -> economic);
            }
        }
        return agree;
    }

    private static String key(Market market) {
        return market.event()
                .map(event -> event.id().toString())
                .orElse(market.id().toString());
    }

    /** Shares, cost, realised, fees. */
    private long[] figures(PerformanceScope scope, InstrumentId instrument, int view) {
        long[] sum = new long[4];
        for (String strategy : strategies(scope)) {
            PositionFigures of = figures.computeIfAbsent(instrument, name -> new HashMap<>())
                    .computeIfAbsent(strategy, name -> desk.ledger.figures(name, instrument));
            sum[0] += view == 0 ? of.economicShares() : of.confirmedShares();
            sum[1] += view == 0 ? of.economicCost() : of.confirmedCost();
            sum[2] += view == 0 ? of.economicRealised() : of.confirmedRealised();
            sum[3] += view == 0 ? of.economicFees() : of.confirmedFees();
        }
        return sum;
    }

    private long shares(PerformanceScope scope, InstrumentId instrument, int view) {
        return Math.max(0, figures(scope, instrument, view)[0]);
    }

    private long[] worth(PerformanceScope scope, List<Market> group, int view) {
        Event event = group.get(0).event().orElse(null);
        EventStructure structure = event == null ? EventStructure.INDEPENDENT : event.structure();
        long[] worth = new long[2];
        Map<MarketId, Long> yes = new HashMap<>();
        Map<MarketId, Long> no = new HashMap<>();
        List<Market> open = new ArrayList<>();
        boolean winner = false;
        for (Market market : group) {
            long first = shares(scope, Desk.yes(market), view);
            long second = shares(scope, Desk.no(market), view);
            Resolution resolution = desk.ledger.resolution(market.id()).orElse(null);
            if (resolution != null) {
                winner |= resolution.firstPayout().micros() != 0;
                certain(worth, scaled(resolution.firstPayout().micros(), first, 1_000_000));
                certain(worth, scaled(resolution.secondPayout().micros(), second, 1_000_000));
            } else {
                open.add(market);
                long pairs = Math.min(first, second);
                certain(worth, pairs);
                yes.put(market.id(), first - pairs);
                no.put(market.id(), second - pairs);
            }
        }
        if (structure == EventStructure.EXCLUSIVE_AND_EXHAUSTIVE && !winner && !open.isEmpty()) {
            long sets = yes.values().stream().mapToLong(Long::longValue).min().orElse(0);
            certain(worth, sets);
            yes.replaceAll((id, alone) -> alone - sets);
        }
        for (Market market : open) {
            mark(scope, Desk.yes(market), view, yes.get(market.id()), worth, true);
        }
        long[] atBids = new long[2];
        for (Market market : open) {
            mark(scope, Desk.no(market), view, no.get(market.id()), atBids, true);
        }
        long[] better = structure == EventStructure.INDEPENDENT ? atBids : floor(scope, open, no, view);
        worth[0] += Math.max(atBids[0], better[0]);
        worth[1] += Math.max(atBids[1], better[1]);
        return worth;
    }

    /** Layer by layer: of so many shares against different outcomes at most one loses. */
    private long[] floor(PerformanceScope scope, List<Market> open, Map<MarketId, Long> no, int view) {
        long[] worth = new long[2];
        Map<MarketId, Long> left = new HashMap<>(no);
        left.values().removeIf(shares -> shares == 0);
        while (left.size() > 1) {
            long layer = left.values().stream().mapToLong(Long::longValue).min().orElseThrow();
            certain(worth, layer * (left.size() - 1));
            left.replaceAll((id, shares) -> shares - layer);
            left.values().removeIf(shares -> shares == 0);
        }
        for (Market market : open) {
            if (left.containsKey(market.id())) {
                mark(scope, Desk.no(market), view, left.get(market.id()), worth, false);
            }
        }
        return worth;
    }

    private static void certain(long[] worth, long micros) {
        worth[0] += micros;
        worth[1] += micros;
    }

    private void mark(
            PerformanceScope scope, InstrumentId instrument, int view, long size, long[] worth, boolean whole) {
        LadderBook book = desk.books.get(instrument);
        Leg leg = new Leg(scope, instrument, view);
        long[] figures = figures(scope, instrument, view);
        if (figures[0] <= 0 || (size == 0 && whole && book.trust() == BookTrust.LIVE)) {
            lastOf.remove(leg);
        }
        if (size == 0) {
            return;
        }
        if (book.trust() == BookTrust.LIVE) {
            long value = walk(book, size);
            certain(worth, value);
            if (whole) {
                lastOf.put(leg, new Mark(size, value));
            }
            return;
        }
        Mark seen = lastOf.getOrDefault(leg, last.getOrDefault(instrument, new Mark(0, 0)));
        long value = seen.size() > 0 ? scaled(seen.value(), size, seen.size()) : scaled(figures[1], size, figures[0]);
        worth[0] += value;
        boolean unknown = last.getOrDefault(instrument, new Mark(0, 0)).size() == 0
                || !desk.now.isBefore(untrustedSince.get(instrument).plus(Duration.ofSeconds(60)));
        worth[1] += unknown ? 0 : value;
    }

    private static long scaled(long a, long b, long divisor) {
        return BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .divide(BigInteger.valueOf(divisor))
                .longValueExact();
    }

    private void settle() {
        for (String strategy : RandomSession.STRATEGIES) {
            Map<String, Boolean> over = new TreeMap<>();
            Map<String, Long> profit = new TreeMap<>();
            for (Market market : desk.byId.values()) {
                for (InstrumentId instrument : List.of(Desk.yes(market), Desk.no(market))) {
                    PositionFigures of = desk.ledger.figures(strategy, instrument);
                    String position = strategy + " " + instrument;
                    if (!of.equals(PositionFigures.NONE)) {
                        traded.add(position);
                    }
                    Resolution resolution = desk.ledger.resolution(market.id()).orElse(null);
                    if (traded.contains(position)) {
                        boolean flat = of.economicShares() == 0 && of.confirmedShares() == 0;
                        boolean done = (resolution != null || flat)
                                && of.economicShares() == of.confirmedShares()
                                && of.economicCost() == of.confirmedCost();
                        over.merge(key(market), done, Boolean::logicalAnd);
                        long paid = resolution == null
                                ? 0
                                : scaled(
                                        resolution.payout(market, instrument).micros(),
                                        Math.max(0, of.economicShares()),
                                        1_000_000);
                        profit.merge(
                                key(market),
                                of.economicRealised() - of.economicFees() - of.economicCost() + paid,
                                Long::sum);
                        long confirmed = of.confirmedRealised() - of.confirmedFees();
                        over.merge(
                                key(market),
                                confirmed == of.economicRealised() - of.economicFees(),
                                Boolean::logicalAnd);
                    }
                }
            }
            Map<String, Long> before = settled.computeIfAbsent(strategy, name -> new LinkedHashMap<>());
            over.forEach((event, done) -> {
                if (done && !profit.get(event).equals(before.getOrDefault(event, 0L))) {
                    before.put(event, profit.get(event));
                    List<String> events = row.computeIfAbsent(strategy, name -> new ArrayList<>());
                    if (!events.contains(event)) {
                        events.add(event);
                    }
                    losses.put(strategy, lossesAtEnd(strategy, events));
                }
            });
        }
    }

    private int lossesAtEnd(String strategy, List<String> events) {
        int lost = 0;
        for (String event : events) {
            long made = settled.get(strategy).get(event)
                    - forgivenOf.getOrDefault(strategy, Map.of()).getOrDefault(event, 0L);
            lost = made > 0 ? 0 : lost + (made < 0 ? 1 : 0);
        }
        return lost;
    }
}
