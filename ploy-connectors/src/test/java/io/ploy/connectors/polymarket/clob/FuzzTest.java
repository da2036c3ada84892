package io.ploy.connectors.polymarket.clob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.clob.HistoryQuery.Span;
import io.ploy.connectors.polymarket.clob.Placement.Accepted;
import io.ploy.connectors.polymarket.clob.UserEvent.OrderUpdate;
import io.ploy.connectors.polymarket.clob.UserEvent.TradeUpdate;
import io.ploy.connectors.polymarket.fixture.Damage;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Reply;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Cursors;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Page;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged messages, about 110,000 of them. Each must fail as a failed request or be read as what it now says: never
 * another exception, never a number that is not in it.
 */
@Tag("matrix")
class FuzzTest {
    private static final int TIMES = 4_800;
    private static final String ORDER = """
            {"id":"0xaa","status":"LIVE","owner":"key-1","maker_address":"0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266",
             "market":"0xc0","asset_id":"123","side":"BUY","original_size":"100.25","size_matched":"25.5","price":"0.5125",
             "associate_trades":["t-1"],"outcome":"Yes","created_at":1703875200,"expiration":"1735689600",
             "order_type":"GTD"}""";
    private static final String TRADE = """
            {"id":"t-1","taker_order_id":"0xaa","market":"0xc0","asset_id":"123","side":"BUY","size":"10.75",
             "fee_rate_bps":"12.5","price":0.57,"status":"CONFIRMED","match_time":"1672290701","last_update":"1672290702000",
             "outcome":"YES","bucket_index":1,"owner":"key-1","maker_address":"","transaction_hash":"0xff35",
             "trader_side":"MAKER","maker_orders":[{"order_id":"0xbb","owner":"key-2","maker_address":"",
             "matched_amount":"10.5","price":"0.43","fee_rate_bps":"0","asset_id":"456","outcome":"NO","side":"BUY"}]}""";

    /** Something that is read, and the check of what it was read to. */
    private record Case(String name, String message, Reader reader) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Reader {
        void read(Transport transport, Said said);
    }

    @ParameterizedTest
    @MethodSource({"orders", "trading", "markets", "prices", "others"})
    void damagedMessageFailsOrIsReadAsWhatItSays(Case one) throws IOException {
        byte[] whole = one.message().getBytes(StandardCharsets.UTF_8);
        Damage damage = new Damage(one.name().hashCode());
        assertThat(read(one, whole)).as("the undamaged message").isTrue();

        int good = 0;
        for (int i = 0; i < TIMES; i++) {
            byte[] damaged = damage.of(whole);
            good += read(one, damaged) ? 1 : 0;
        }

        assertThat(good).as("damaged messages that can still be read").isPositive();
    }

    /** Whether it could be read; fails the test if it was read wrongly or failed in any other way than it may. */
    private static boolean read(Case one, byte[] message) throws IOException {
        Transport transport = call -> new Reply(200, message.clone());
        try {
            Said said = saidBy(message);
            if (said == null) {
                one.reader().read(transport, Said.by("{}".getBytes(StandardCharsets.UTF_8)));
                return false;
            }
            one.reader().read(transport, said);
            return true;
        } catch (RequestException e) {
            return false;
        } catch (RuntimeException e) {
            return fail("damaged message " + new String(message, StandardCharsets.UTF_8), e);
        } catch (AssertionError e) {
            throw new AssertionError("damaged message " + new String(message, StandardCharsets.UTF_8), e);
        }
    }

    private static @Nullable Said saidBy(byte[] message) {
        try {
            return Said.by(message);
        } catch (IOException | NumberFormatException e) {
            return null;
        }
    }

    static Stream<Case> orders() {
        return Stream.of(
                new Case(
                        "order",
                        ORDER,
                        (transport, said) -> account(transport)
                                .order(new VenueOrderId("0xaa"))
                                .ifPresent(order -> same(order, said))),
                new Case(
                        "open orders",
                        "{\"data\":[" + ORDER + "],\"next_cursor\":\"LTE=\",\"count\":1}",
                        (transport, said) -> {
                            Listing<OpenOrder> orders = account(transport).openOrders(OrderFilter.ALL);
                            if (orders.isComplete() && said.at("data").size() == 1) {
                                same(orders.items().get(0), said.at("data").at(0));
                            }
                        }),
                new Case("trades", "[" + TRADE + "]", (transport, said) -> {
                    Listing<Trade> trades = account(transport).trades(TradeFilter.ALL);
                    if (trades.isComplete()
                            && said.size() == 1
                            && !trades.items().isEmpty()) {
                        same(trades.items().get(0), said.at(0));
                    }
                }),
                new Case(
                        "frame of an order",
                        ORDER.replace("{\"id\"", "{\"event_type\":\"order\",\"type\":\"UPDATE\",\"id\""),
                        FuzzTest::frame),
                new Case(
                        "frame of a trade",
                        TRADE.replace("{\"id\"", "{\"event_type\":\"trade\",\"type\":\"TRADE\",\"id\""),
                        FuzzTest::frame),
                new Case(
                        "frame of several",
                        "[" + ORDER.replace("{\"id\"", "{\"event_type\":\"order\",\"type\":\"UPDATE\",\"id\"") + ","
                                + TRADE.replace("{\"id\"", "{\"type\":\"TRADE\",\"id\"") + "]",
                        FuzzTest::frame));
    }

    static Stream<Case> trading() {
        String accepted = "{\"success\":true,\"errorMsg\":\"\",\"orderID\":\"0xaa\",\"status\":\"matched\","
                + "\"makingAmount\":\"2.625\",\"takingAmount\":\"5.25\",\"tradeIDs\":[\"t-1\"],\"transactionsHashes\":[\"0x1\"]}";
        return Stream.of(
                new Case(
                        "placement",
                        accepted,
                        (transport, said) -> same(account(transport).placeOrder(prepared("0xaa")), said)),
                new Case(
                        "placements",
                        "[" + accepted + "," + accepted.replace("0xaa", "0xbb") + "]",
                        (transport, said) -> {
                            List<Placement> placements =
                                    account(transport).placeOrders(List.of(prepared("0xaa"), prepared("0xbb")));
                            assertThat(placements).hasSize(2);
                            same(placements.get(0), said.at(0));
                            same(placements.get(1), said.at(1));
                        }),
                new Case(
                        "cancels",
                        "{\"canceled\":[\"0xaa\"],\"not_canceled\":{\"0xbb\":\"matched\"}}",
                        (transport, said) -> assertThat(account(transport)
                                        .cancel(List.of(new VenueOrderId("0xaa"), new VenueOrderId("0xbb")), 10))
                                .hasSize(2)),
                new Case(
                        "balance",
                        "{\"balance\":\"1000000001\",\"allowances\":{\"0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266\":\"123456\"}}",
                        (transport, said) -> {
                            BalanceAllowance balance = account(transport).balanceAllowance(AssetType.COLLATERAL, null);
                            said.at("balance").is(new BigDecimal(balance.balanceMicros()));
                            Address spender = new Address("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
                            long allowance = balance.allowanceMicros(spender);
                            boolean named = said.at("allowances").has(spender.hex());
                            if (named && allowance != Long.MAX_VALUE) {
                                said.at("allowances").at(spender.hex()).is(new BigDecimal(allowance));
                            }
                        }),
                new Case(
                        "credentials",
                        "{\"apiKey\":\"key-1\",\"secret\":\"c2VjcmV0\",\"passphrase\":\"9f\",\"n\":1}",
                        (transport, said) -> {
                            String key = new CredentialClient(transport, new UnknownMembers())
                                    .create(LocalVenue.ACCOUNT)
                                    .key();
                            // An exponent beyond all bounds is passed over here and stops the other reader.
                            if (said.has("apiKey")) {
                                said.at("apiKey").is(key);
                            }
                        }));
    }

    static Stream<Case> markets() {
        return Stream.of(
                new Case(
                        "market",
                        """
                        {"condition_id":"0xc0","minimum_order_size":5.5,"minimum_tick_size":0.001,"active":true,"closed":false,
                         "accepting_orders":true,"enable_order_book":true,"neg_risk":true,"seconds_delay":3,
                         "rewards":{"rates":[{"asset_address":"0xa1","rewards_daily_rate":750.5}],"min_size":200,
                         "max_spread":1.5},"tokens":[{"token_id":"123","outcome":"Yes","price":0.4865,"winner":false}]}""",
                        (transport, said) -> open(transport).market("0xc0").ifPresent(market -> {
                            said.at("minimum_order_size").is(market.minimumSize());
                            said.at("minimum_tick_size").is(market.tick().micros());
                            said.at("seconds_delay")
                                    .is(new BigDecimal(market.takerDelay().toSeconds()));
                            if (!market.tokens().isEmpty()) {
                                said.at("tokens")
                                        .at(0)
                                        .at("price")
                                        .is(market.tokens().get(0).price());
                            }
                        })),
                new Case(
                        "terms",
                        """
                        {"t":[{"t":"123","o":"Yes"},{"t":"456","o":"No"}],"mts":0.01,"mos":5,"nr":true,
                         "fd":{"r":0.05,"e":2,"to":true},"mbf":10,"tbf":20,"r":{"mi":50,"ma":4.5},"sd":3,"v":"v2"}""",
                        (transport, said) -> open(transport)
                                .tradingTerms("0xc0")
                                .ifPresent(terms -> {
                                    said.at("mts").is(terms.tick().micros());
                                    said.at("mos").is(terms.minimumSize());
                                    said.at("mbf").is(new BigDecimal(terms.makerBaseFeeBps()));
                                    if (terms.feeOrNull() != null) {
                                        said.at("fd")
                                                .at("r")
                                                .is(terms.feeOrNull().rateMicros());
                                    }
                                })),
                new Case(
                        "simplified markets",
                        """
                        {"data":[{"condition_id":"0xc0","active":true,"closed":false,"accepting_orders":true,
                         "tokens":[{"token_id":"123","outcome":"Yes","price":0.5}]}],"next_cursor":"MQ==","count":1}""",
                        (transport, said) -> open(transport).simplifiedMarkets(Cursors.FIRST)),
                new Case(
                        "live activity",
                        """
                        [{"market":{"asset_id":"123"},"side":"BUY","size":"5.25","price":"0.51","outcome":"Yes",
                          "timestamp":"1771234570"}]""",
                        (transport, said) -> open(transport)
                                .liveActivity("0xc0")
                                .ifPresent(activity -> {
                                    for (int i = 0; i < activity.trades().size(); i++) {
                                        said.at(i)
                                                .at("price")
                                                .is(activity.trades().get(i).price());
                                        said.at(i)
                                                .at("size")
                                                .is(activity.trades().get(i).size());
                                        said.at(i)
                                                .at("timestamp")
                                                .is(activity.trades().get(i).at());
                                    }
                                })));
    }

    static Stream<Case> prices() {
        return Stream.of(
                new Case(
                        "book",
                        """
                        {"market":"0xc0","asset_id":"123","timestamp":"1703875200000","hash":"36f5",
                         "bids":[{"price":"0.48","size":"100.25"},{"price":"0.50","size":"150"}],
                         "asks":[{"price":"0.53","size":"90"},{"price":"0.51","size":"120.5"}],
                         "min_order_size":"5","tick_size":"0.01","neg_risk":false,"last_trade_price":"0.51"}""",
                        (transport, said) -> open(transport).book("123").ifPresent(book -> {
                            assertThat(levels(book.bids()))
                                    .containsExactlyInAnyOrderElementsOf(levels(said.at("bids")));
                            assertThat(levels(book.asks()))
                                    .containsExactlyInAnyOrderElementsOf(levels(said.at("asks")));
                            said.at("timestamp").is(book.at());
                            said.at("last_trade_price").is(book.lastTradePrice());
                        })),
                new Case(
                        "midpoint",
                        "{\"mid\":\"0.505\"}",
                        (transport, said) -> open(transport).midpoint("123").ifPresent(mid -> {
                            if (said.at("mid").size() == 0
                                    && said.at("mid").number().signum() != 0) {
                                said.at("mid").is(mid);
                            }
                        })),
                new Case(
                        "price",
                        "{\"price\":0.5125}",
                        (transport, said) -> open(transport)
                                .bestPrice("123", BookSide.BIDS)
                                .ifPresent(price -> said.at("price").is(price))),
                new Case(
                        "midpoints",
                        "{\"123\":\"0.505\",\"456\":0.25}",
                        (transport, said) -> open(transport)
                                .midpoints(List.of("123"))
                                .forEach((token, price) -> said.at(token).is(price))),
                new Case(
                        "best prices",
                        "{\"123\":{\"BUY\":\"0.5\",\"SELL\":0.51}}",
                        (transport, said) -> open(transport)
                                .bestPrices(List.of("123"))
                                .forEach(best -> {
                                    said.at(best.token()).at("BUY").is(best.bid());
                                    said.at(best.token()).at("SELL").is(best.ask());
                                })),
                new Case(
                        "history",
                        "{\"history\":[{\"t\":1703875200,\"p\":0.4865},{\"t\":1703875260,\"p\":1}]}",
                        (transport, said) -> {
                            List<PricePoint> points = open(transport).priceHistory(HistoryQuery.last("123", Span.DAY));
                            for (int i = 0; i < points.size(); i++) {
                                said.at("history")
                                        .at(i)
                                        .at("t")
                                        .is(points.get(i).at());
                                said.at("history")
                                        .at(i)
                                        .at("p")
                                        .is(points.get(i).price());
                            }
                        }));
    }

    static Stream<Case> others() {
        return Stream.of(
                new Case("rewards", """
                        {"data":[{"condition_id":"0xc0","rewards_max_spread":3.5,"rewards_min_size":200,
                         "rewards_config":[{"asset_address":"0xa1","start_date":"2026-02-27","rate_per_day":30.5}]}]}""", (transport, said) -> {
                    Page<RewardedMarket> page =
                            new RewardClient(transport, new UnknownMembers()).current(Cursors.FIRST);
                    if (page.unreadable() == 0 && !page.items().isEmpty()) {
                        Said row = said.at("data").at(0);
                        row.at("rewards_max_spread").is(page.items().get(0).maxSpread());
                        row.at("rewards_min_size").is(page.items().get(0).minSize());
                    }
                }),
                new Case("rebates", """
                        [{"date":"2026-02-27","condition_id":"0xc0","asset_address":"0xa1","rebated_fees_usdc":"0.237519",
                          "maker_address":"0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266"}]""", (transport, said) -> {
                    Address maker = new Address("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
                    List<Rebate> rebates =
                            new RewardClient(transport, new UnknownMembers()).rebates(LocalDate.of(2026, 2, 27), maker);
                    for (int i = 0; i < rebates.size(); i++) {
                        said.at(i).at("rebated_fees_usdc").is(rebates.get(i).usd());
                    }
                }));
    }

    private static void same(OpenOrder order, Said said) {
        said.at("price").is(order.price());
        said.at("original_size").is(order.original());
        said.at("size_matched").is(order.matched());
        said.at("created_at").is(order.createdAt());
        said.at("expiration").is(order.expiresAt());
        said.at("asset_id").is(order.token());
    }

    private static void same(Trade trade, Said said) {
        said.at("price").is(trade.price());
        said.at("size").is(trade.size());
        said.at("fee_rate_bps").is(trade.feeRateBps());
        said.at("bucket_index").is(new BigDecimal(trade.bucketIndex()));
        said.at("last_update").is(trade.updatedAt());
        for (int i = 0; i < trade.makerOrders().size(); i++) {
            Said maker = said.at("maker_orders").at(i);
            maker.at("price").is(trade.makerOrders().get(i).price());
            maker.at("matched_amount").is(trade.makerOrders().get(i).matched());
        }
    }

    private static void same(Placement placement, Said said) {
        if (placement instanceof Accepted accepted) {
            said.at("makingAmount").is(accepted.makingMicros());
            said.at("takingAmount").is(accepted.takingMicros());
        }
    }

    private static void frame(Transport transport, Said ignored) {
        String frame =
                new String(transport.execute(Call.get(Service.CLOB, "/frame")).body(), StandardCharsets.UTF_8);
        List<UserEvent> events = new ArrayList<>();
        UserFrames frames = new UserFrames(new UnknownMembers());

        int lost = frames.read(frame, events::add);

        boolean whole = lost == 0 && frames.ignored() == 0;
        for (int i = 0; whole && i < events.size(); i++) {
            Said all = saidBy(frame.getBytes(StandardCharsets.UTF_8));
            assertThat(all).isNotNull();
            Said entry = frame.strip().startsWith("[") ? all.at(i) : all;
            if (events.get(i) instanceof OrderUpdate update) {
                same(update.order(), entry);
            } else if (events.get(i) instanceof TradeUpdate update) {
                same(update.trade(), entry);
            }
        }
    }

    private static List<String> levels(List<BookLevel> levels) {
        return levels.stream().map(level -> level.price() + "@" + level.size()).toList();
    }

    private static List<String> levels(Said levels) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            all.add(plain(levels.at(i).at("price")) + "@" + plain(levels.at(i).at("size")));
        }
        return all;
    }

    private static String plain(Said number) {
        BigDecimal value = number.number();
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static PreparedOrder prepared(String id) {
        return new PreparedOrder(
                new ClientOrderId(new AccountId("main"), 1, 1), new VenueOrderId(id), Instant.MAX, new byte[] {'{', '}'
                });
    }

    private static ClobAccountClient account(Transport transport) {
        return new ClobAccountClient(transport, LocalVenue.ACCOUNT, AccountKind.EOA, new UnknownMembers());
    }

    private static ClobClient open(Transport transport) {
        return new ClobClient(transport, new UnknownMembers());
    }
}
