package io.ploy.testkit.polymarket.world;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.maths.SettlementHorizon;
import io.ploy.api.maths.UpProbability;
import io.ploy.api.maths.Volatility;
import io.ploy.testkit.polymarket.listing.ListedEvent;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import io.ploy.testkit.polymarket.listing.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive windows on the price of one coin: up, if it ends at or above where it began. Windows are listed ahead of
 * time, trade until their end, and resolve on the average of the price's last seconds, or on its last. Early in each one
 * outcome may be sold off without a reason.
 */
final class UpDownWorld implements World {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h:mma", Locale.ENGLISH);
    private static final String SOURCE = "chainlink";

    private final Coin coin;
    private final Duration length;
    private final int ahead;
    private final Duration average;
    private final boolean dumps;
    private final Duration resolution;

    UpDownWorld(Coin coin, Duration length, int ahead, Duration average, boolean dumps, Duration resolution) {
        this.coin = coin;
        this.length = length;
        this.ahead = ahead;
        this.average = average;
        this.dumps = dumps;
        this.resolution = resolution;
    }

    @Override
    public void begin(Stage stage) {
        new Run(stage).begin();
    }

    private final class Run {
        private final Stage stage;
        private final SplittableRandom random;
        private final Wanderer logPrice;
        private final Deque<Double> lastSeconds = new ArrayDeque<>();

        private Run(Stage stage) {
            this.stage = stage;
            random = stage.draws("updown-" + coin.symbol() + "-" + length);
            logPrice = new Wanderer(StrictMath.log(coin.price()), random.split());
        }

        private void begin() {
            Instant now = stage.now();
            long seconds = length.toSeconds();
            Instant first = Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
            second();
            for (int i = 0; i <= ahead; i++) {
                open(first.plus(length.multipliedBy(i)));
            }
        }

        private void second() {
            logPrice.step(coin.volatility().perRootSecond());
            lastSeconds.addLast(logPrice.exponential());
            while (lastSeconds.size() > Math.max(1, average.toSeconds())) {
                lastSeconds.removeFirst();
            }
            stage.publish(new ReferencePrice(coin.symbol(), SOURCE, price(), stage.now(), stage.now()));
            stage.after(Duration.ofSeconds(1), this::second);
        }

        private BigDecimal price() {
            return decimal(logPrice.exponential());
        }

        private BigDecimal settlement() {
            return decimal(lastSeconds.stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow());
        }

        private static BigDecimal decimal(double price) {
            return BigDecimal.valueOf(price).setScale(8, RoundingMode.HALF_EVEN);
        }

        private void open(Instant start) {
            Window window = new Window(this, listed(start), start);
            stage.list(window.listed);
            window.trading.begin();
            stage.at(start, window::strike);
            stage.at(start.plus(length), window::end);
        }

        private ListedMarket listed(Instant start) {
            Instant end = start.plus(length);
            String slug = coin.ticker() + "-updown-" + word() + "-" + start.getEpochSecond();
            String question = coin.title() + " Up or Down - " + DAY.format(start.atZone(NEW_YORK)) + ", "
                    + HOUR.format(start.atZone(NEW_YORK)) + "-" + HOUR.format(end.atZone(NEW_YORK)) + " ET";
            String rules =
                    "Up if the price of " + coin.symbol() + " at the end of the window is at or above its price at"
                            + " the start of the window, otherwise Down.";
            ListedEvent event = new ListedEvent(
                    stage.names().number(),
                    slug,
                    question,
                    false,
                    coin.ticker() + "-up-or-down-" + word(),
                    List.of(new Tag("102127", "Up or Down", "up-or-down"), new Tag("21", "Crypto", "crypto")),
                    stage.now(),
                    end);
            Names.Ids ids = stage.names().ids(ProtocolVersion.V1);
            Market market = Market.builder(
                            new MarketId(ListedMarket.VENUE, ids.condition()),
                            new Outcome("Up", new InstrumentId(ListedMarket.VENUE, ids.first())),
                            new Outcome("Down", new InstrumentId(ListedMarket.VENUE, ids.second())),
                            TradingRules.builder(TickSize.CENT)
                                    .fees(FeeSchedule.takerRate("0.07"))
                                    .build())
                    .slug(slug)
                    .question(question)
                    .window(new MarketWindow(start, end, coin.symbol(), null, average))
                    .build();
            return new ListedMarket(
                    market,
                    stage.names().number(),
                    event,
                    ProtocolVersion.V1,
                    ids.question(),
                    rules,
                    "",
                    source(),
                    stage.now(),
                    end);
        }

        private String source() {
            String twap = average.isZero() ? "" : "-twap-" + average.toSeconds() + "s";
            return "https://data.chain.link/streams/" + coin.ticker() + "-usd" + twap;
        }

        private String word() {
            return length.toMinutes() % 60 == 0 ? length.toHours() + "h" : length.toMinutes() + "m";
        }
    }

    /** One window from its listing to its resolution. */
    private final class Window {
        private final Run run;
        private final ListedMarket listed;
        private final Instant start;
        private final @Nullable Dump dump;
        private final Trading trading;
        private BigDecimal strike = BigDecimal.ZERO;

        private Window(Run run, ListedMarket listed, Instant start) {
            this.run = run;
            this.listed = listed;
            this.start = start;
            trading = new Trading(run.stage, listed.market(), this::price, run.random.split());
            dump = dumps ? Dump.of(run.random.split()) : null;
        }

        private double price() {
            double secondsIn = Duration.between(start, run.stage.now()).toMillis() / 1_000.0;
            return dump == null ? fair() : dump.price(fair(), secondsIn);
        }

        private double fair() {
            double left = Duration.between(run.stage.now(), start.plus(length)).toMillis() / 1_000.0;
            if (strike.signum() == 0 || left <= 0) {
                return 0.5;
            }
            return UpProbability.of(
                            run.logPrice.exponential(),
                            SettlementHorizon.point(strike.doubleValue(), left),
                            coin.volatility())
                    .up();
        }

        private void strike() {
            strike = run.price();
            run.stage.update(
                    listed.market().id(),
                    market ->
                            market.window(new MarketWindow(start, start.plus(length), coin.symbol(), strike, average)));
        }

        private void end() {
            trading.end();
            MarketId id = listed.market().id();
            run.stage.update(id, market -> market.status(MarketStatus.CLOSED));
            boolean up = run.settlement().compareTo(strike) >= 0;
            run.stage.after(resolution.dividedBy(2), () -> run.stage.decide(id, up, resolution.dividedBy(2)));
            run.open(start.plus(length.multipliedBy(ahead + 1L)));
        }
    }

    /**
     * A coin and how its price moves.
     *
     * @param ticker as in slugs
     * @param title for people
     * @param symbol of the reference price
     * @param price where it begins
     * @param volatility how it moves
     */
    record Coin(String ticker, String title, String symbol, double price, Volatility volatility) {
        static final List<Coin> ALL = List.of(
                new Coin("btc", "Bitcoin", "BTC/USD", 67_892.04, new Volatility(6e-5)),
                new Coin("eth", "Ethereum", "ETH/USD", 3_412.55, new Volatility(8e-5)),
                new Coin("sol", "Solana", "SOL/USD", 158.21, new Volatility(1.1e-4)),
                new Coin("xrp", "XRP", "XRP/USD", 2.184, new Volatility(1.1e-4)));
    }
}
