package io.ploy.connectors.polymarket.clob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.CancelAnswer.Outcome;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.clob.Placement.Accepted;
import io.ploy.connectors.polymarket.clob.Placement.InDoubt;
import io.ploy.connectors.polymarket.clob.Placement.Refused;
import io.ploy.connectors.polymarket.clob.Placement.State;
import io.ploy.connectors.polymarket.clob.UserEvent.OrderChange;
import io.ploy.connectors.polymarket.clob.UserEvent.OrderUpdate;
import io.ploy.connectors.polymarket.clob.UserEvent.TradeUpdate;
import io.ploy.connectors.polymarket.http.Reply;
import io.ploy.connectors.polymarket.json.AnswerException;
import io.ploy.connectors.polymarket.json.Json;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Cursors;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Page;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real messages, and some that others wrote after the venue's description. Skipped where they are not at hand. */
class CapturedMessagesTest {
    private static final VenueOrderId ORDER =
            new VenueOrderId("0x1234567890abcdef1234567890abcdef1234567890abcdef1234567890abcdef12");

    private final UnknownMembers unknown = new UnknownMembers();
    private final UserFrames frames = new UserFrames(unknown);

    @ParameterizedTest
    @CsvSource({
        "rest-clob/book.2024.json, 5, 7, 0.1, 0.14",
        "rest-clob/book.2026-06.json, , , , ",
        "rest-clob/book.2026-07.json, , , , ",
        "rest-clob/book.2026-08.json, 6, , 0.06, 0.07",
        "rest-clob/book.response.json, , , , ",
        "nautilus-test_data/clob_book_response.json, 3, 3, 0.5, 0.51"
    })
    void bookIsReadWhole(String name, Integer bids, Integer asks, String bid, String ask) throws IOException {
        JsonValue sample = sample(name);

        BookSnapshot book = PriceReader.book(sample);

        assertThat(unknown.total()).isZero();
        assertThat(book.bids().isEmpty() || book.asks().isEmpty() || crossesNot(book))
                .isTrue();
        if (bids != null) {
            assertThat(book.bids()).hasSize(bids);
        }
        if (asks != null) {
            assertThat(book.asks()).hasSize(asks);
        }
        if (bid != null) {
            assertThat(book.bids().get(0).price()).isEqualTo(Price.parse(bid));
            assertThat(book.asks().get(0).price()).isEqualTo(Price.parse(ask));
        }
    }

    private static boolean crossesNot(BookSnapshot book) {
        return book.bids().get(0).price().isBelow(book.asks().get(0).price());
    }

    @Test
    void pageOfMarketsIsReadWhole() throws IOException {
        Page<ClobMarket> page = Cursors.page(sample("rest-clob/markets.page.json"), MarketReader::market);

        assertThat(page.problem()).isEmpty();
        assertThat(page.items()).hasSize(100);
        assertThat(page.next()).isEqualTo("MTAw");
        assertThat(unknown.total()).isZero();
        assertThat(page.items().get(0).fiftyFifty()).isFalse();
        assertThat(page.items().get(0).tick()).isEqualTo(TickSize.TENTH_CENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rest-clob/market.json",
                "nautilus-test_data/clob_market_closed_binary_accepting_false.json",
                "nautilus-test_data/clob_market_closed_binary_accepting_true.json"
            })
    void marketIsReadWhole(String name) throws IOException {
        ClobMarket market = MarketReader.market(sample(name));

        assertThat(market.tokens()).hasSize(2);
        assertThat(unknown.total()).isZero();
    }

    @Test
    void orderAnswersAreTold() throws IOException {
        assertThat(placed("nautilus-test_data/http_order_response_ok.json"))
                .isEqualTo(new Accepted(ORDER, State.UNSTATED, 0, 0, List.of(), List.of()));
        assertThat(placed("nautilus-test_data/http_order_response_failed.json"))
                .isEqualTo(new Refused(ORDER, RefusalReason.NOT_ENOUGH_BALANCE, "Insufficient balance", null));
        assertThat(placed("nautilus-test_data/http_order_response_error_500.json"))
                .isInstanceOf(InDoubt.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nautilus-test_data/http_open_order.json",
                "nautilus-test_data/http_cancel_response_ok.json",
                "nautilus-test_data/http_balance_allowance_collateral.json",
                "rest-clob/market.json"
            })
    void answerOfAnotherKindIsDoubtAboutAnOrder(String name) throws IOException {
        assertThat(placed(name)).isInstanceOf(InDoubt.class);
    }

    @Test
    void cancelAnswersAreTold() throws IOException {
        VenueOrderId one = new VenueOrderId("0x" + "1".repeat(64));
        VenueOrderId three = new VenueOrderId("0x" + "3".repeat(64));
        VenueOrderId other = new VenueOrderId("0xb816482a1234567890abcdef1234567890abcdef1234567890abcdef12345678");

        assertThat(account("nautilus-test_data/http_batch_cancel_response.json").cancel(List.of(one, three, ORDER), 10))
                .extracting(Cancellation::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.REFUSED, Outcome.IN_DOUBT);
        assertThat(account("nautilus-test_data/http_cancel_response_ok.json")
                        .cancel(other)
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(account("nautilus-test_data/http_cancel_response_failed.json")
                        .cancel(other)
                        .text())
                .isEqualTo("already canceled or matched");
    }

    @Test
    void openOrdersAreReadWhole() throws IOException {
        OpenOrder live = OrderReader.order(sample("nautilus-test_data/http_open_order.json"));
        OpenOrder sold = OrderReader.order(sample("nautilus-test_data/http_open_order_sell_fok.json"));
        Listing<OpenOrder> all =
                account("nautilus-test_data/http_open_orders_page.json").openOrders(OrderFilter.ALL);

        assertThat(live.matched()).isEqualTo(Quantity.ofShares(25));
        assertThat(live.expiresAt()).isNull();
        assertThat(sold.state()).isEqualTo(OrderState.MATCHED);
        assertThat(sold.expiresAt()).isEqualTo(Instant.ofEpochSecond(1_735_689_600));
        assertThat(all.isComplete()).isTrue();
        assertThat(all.items()).hasSize(2);
        assertThat(unknown.total()).isZero();
    }

    @Test
    void tradesAreReadWhole() throws IOException {
        Trade trade = TradeReader.trade(sample("nautilus-test_data/http_trade_report.json"));
        Listing<Trade> all = account("nautilus-test_data/http_trades_page.json").trades(TradeFilter.ALL);

        assertThat(trade.matchedAt()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(trade.makerOrders()).hasSize(2);
        assertThat(all.isComplete()).isTrue();
        assertThat(all.items()).extracting(Trade::status).containsExactly(SettlementStatus.MINED);
        assertThat(unknown.total()).isZero();
    }

    @Test
    void balanceIsReadOnlyIfItIsACountOfMicros() throws IOException {
        BalanceAllowance balance =
                AccountReader.balance(sample("nautilus-test_data/http_balance_allowance_collateral.json"));

        assertThat(balance.cash()).isEqualTo(Cash.ofUsd(1_000));
        assertThatExceptionOfType(AnswerException.class)
                .isThrownBy(() ->
                        AccountReader.balance(sample("nautilus-test_data/http_balance_allowance_no_allowance.json")))
                .withMessageContaining("'balance'");
    }

    @Test
    void ordersOfTheUserChannelAreReadWhole() throws IOException {
        List<UserEvent> events = new ArrayList<>();
        for (String name : List.of(
                "ws-user/order_cancel.json",
                "ws-user/order_placement.json",
                "nautilus-test_data/ws_user_order_cancellation.json",
                "nautilus-test_data/ws_user_order_fok_killed.json",
                "nautilus-test_data/ws_user_order_matched.json",
                "nautilus-test_data/ws_user_order_msg.json",
                "nautilus-test_data/ws_user_order_placement.json",
                "nautilus-test_data/ws_user_order_update.json",
                "nautilus-test_data/ws_user_order_venue_cancel.json")) {
            assertThat(frames.read(VenueSamples.text(name), events::add))
                    .as(name)
                    .isZero();
        }

        assertThat(events)
                .hasSize(9)
                .allSatisfy(event -> assertThat(event).isInstanceOf(OrderUpdate.class))
                .extracting(event -> ((OrderUpdate) event).change())
                .containsExactly(
                        OrderChange.CANCELLATION,
                        OrderChange.PLACEMENT,
                        OrderChange.CANCELLATION,
                        OrderChange.CANCELLATION,
                        OrderChange.UPDATE,
                        OrderChange.PLACEMENT,
                        OrderChange.PLACEMENT,
                        OrderChange.UPDATE,
                        OrderChange.CANCELLATION);
        assertThat(unknown.total()).isZero();
    }

    @Test
    void tradesOfTheUserChannelAreReadWhole() throws IOException {
        List<UserEvent> events = new ArrayList<>();
        for (String name : List.of(
                "ws-user/trade1.json",
                "ws-user/trade2.json",
                "ws-user/trade3.json",
                "ws-user/trade4.json",
                "nautilus-test_data/ws_user_trade.json",
                "nautilus-test_data/ws_user_trade_msg.json")) {
            assertThat(frames.read(VenueSamples.text(name), events::add))
                    .as(name)
                    .isZero();
        }
        Trade first = ((TradeUpdate) events.get(0)).trade();

        assertThat(events).hasSize(6).allSatisfy(event -> assertThat(event).isInstanceOf(TradeUpdate.class));
        assertThat(first.role()).isEqualTo(LiquidityRole.MAKER);
        assertThat(first.makerOrders()).hasSize(6);
        assertThat(first.makerOrders().stream().map(MakerOrder::matched).reduce(Quantity.ZERO, Quantity::plus))
                .isEqualTo(first.size());
        assertThat(unknown.total()).isZero();
    }

    @Test
    void feeRatesAreRead() throws IOException {
        String nonzero = VenueSamples.text("nautilus-test_data/clob_fee_rate_response_nonzero.json");
        String zero = VenueSamples.text("nautilus-test_data/clob_fee_rate_response_zero.json");

        assertThat(open(nonzero).feeRate("1")).isPositive();
        assertThat(open(zero).feeRate("1")).isZero();
    }

    private Placement placed(String name) throws IOException {
        return PlacementReader.leg(ORDER, sample(name));
    }

    private JsonValue sample(String name) throws IOException {
        return Json.read(VenueSamples.text(name), unknown);
    }

    private ClobAccountClient account(String name) throws IOException {
        byte[] body = VenueSamples.text(name).getBytes(StandardCharsets.UTF_8);
        return new ClobAccountClient(call -> new Reply(200, body), LocalVenue.ACCOUNT, AccountKind.EOA, unknown);
    }

    private ClobClient open(String body) {
        return new ClobClient(call -> new Reply(200, body.getBytes(StandardCharsets.UTF_8)), unknown);
    }
}
