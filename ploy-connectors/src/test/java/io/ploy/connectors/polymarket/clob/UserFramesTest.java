package io.ploy.connectors.polymarket.clob;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.SettlementStatus;
import io.ploy.connectors.polymarket.clob.UserEvent.OrderChange;
import io.ploy.connectors.polymarket.clob.UserEvent.OrderUpdate;
import io.ploy.connectors.polymarket.clob.UserEvent.TradeUpdate;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserFramesTest {
    private static final String ORDER = """
            {"event_type":"order","id":"0xff","owner":"key-1","order_owner":"key-1","market":"0xbd","asset_id":"52",
             "side":"SELL","original_size":"10","size_matched":"0","price":"0.57","associate_trades":null,"outcome":"YES",
             "type":"PLACEMENT","created_at":"1672290687","expiration":"1735689600","order_type":"GTD","status":"LIVE",
             "maker_address":"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266","timestamp":"1672290687123"}""";
    private static final String TRADE = """
            {"event_type":"trade","type":"TRADE","id":"t-1","taker_order_id":"0x06","market":"0xbd","asset_id":"52",
             "side":"BUY","size":"10","price":"0.57","fee_rate_bps":"0","status":"MATCHED","matchtime":"1672290701",
             "last_update":"1672290701","outcome":"YES","owner":"key-1","trade_owner":"key-1","maker_address":"",
             "transaction_hash":"","bucket_index":0,"trader_side":"TAKER",
             "maker_orders":[{"order_id":"0xff","owner":"key-2","maker_address":"","matched_amount":"10","price":"0.57",
               "fee_rate_bps":"0","asset_id":"52","outcome":"YES"}],"timestamp":"1672290701"}""";

    private final UnknownMembers unknown = new UnknownMembers();
    private final UserFrames frames = new UserFrames(unknown);
    private final List<UserEvent> events = new ArrayList<>();

    @Test
    void orderIsReadLikeOneFromRest() {
        assertThat(frames.read(ORDER, events::add)).isZero();

        assertThat(events).singleElement().isInstanceOfSatisfying(OrderUpdate.class, update -> {
            assertThat(update.change()).isEqualTo(OrderChange.PLACEMENT);
            assertThat(update.order().price()).isEqualTo(Price.parse("0.57"));
            assertThat(update.order().createdAt()).isEqualTo(Instant.ofEpochSecond(1_672_290_687));
            assertThat(update.at()).isEqualTo(Instant.ofEpochMilli(1_672_290_687_123L));
        });
        assertThat(unknown.total()).isZero();
    }

    @Test
    void tradeIsReadLikeOneFromRest() {
        assertThat(frames.read("[" + TRADE + "]", events::add)).isZero();

        assertThat(events).singleElement().isInstanceOfSatisfying(TradeUpdate.class, update -> {
            Trade trade = update.trade();
            assertThat(trade.status()).isEqualTo(SettlementStatus.MATCHED);
            assertThat(trade.matchedAt()).isEqualTo(Instant.ofEpochSecond(1_672_290_701));
            assertThat(trade.transactionHash()).isNull();
            assertThat(trade.makerOrders()).singleElement().satisfies(maker -> {
                assertThat(maker.matched()).isEqualTo(Quantity.ofShares(10));
                assertThat(maker.side()).isNull();
                assertThat(maker.maker()).isNull();
            });
            assertThat(update.at()).isEqualTo(Instant.ofEpochSecond(1_672_290_701));
        });
        assertThat(unknown.total()).isZero();
    }

    @Test
    void killedOrderIsACancellationWithItsReason() {
        frames.read(
                ORDER.replace("PLACEMENT", "CANCELLATION")
                        .replace("\"0\",\"price\"", "\"\",\"price\"")
                        .replace("\"created_at\":\"1672290687\"", "\"created_at\":\"\"")
                        .replace(
                                "LIVE",
                                "CANCELED_order couldn't be fully filled. FOK orders are fully filled or killed."),
                events::add);

        assertThat(events).singleElement().isInstanceOfSatisfying(OrderUpdate.class, update -> {
            assertThat(update.change()).isEqualTo(OrderChange.CANCELLATION);
            assertThat(update.order().state()).isEqualTo(OrderState.CANCELED);
            assertThat(RefusalReason.of(update.order().reason())).isEqualTo(RefusalReason.FOK_NOT_FILLED);
            assertThat(update.order().matched()).isEqualTo(Quantity.ZERO);
            assertThat(update.order().createdAt()).isNull();
        });
    }

    @Test
    void orderTakenOffByTheVenueIsACancellation() {
        frames.read(ORDER.replace("PLACEMENT", "CANCELLATION").replace("LIVE", "INVALID"), events::add);

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderUpdate.class,
                        update -> assertThat(update.order().state()).isEqualTo(OrderState.INVALID));
    }

    @ParameterizedTest
    @CsvSource({"PLACEMENT, PLACEMENT", "update, UPDATE", "Cancellation, CANCELLATION"})
    void changeOfAnOrderIsReadInAnyCase(String type, OrderChange change) {
        frames.read(ORDER.replace("PLACEMENT", type), events::add);

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderUpdate.class, update -> assertThat(update.change()).isEqualTo(change));
    }

    @Test
    void messagesWithoutAnEventTypeAreKnownByTheirType() {
        frames.read(ORDER.replace("\"event_type\":\"order\",", ""), events::add);
        frames.read(TRADE.replace("\"event_type\":\"trade\",", ""), events::add);

        assertThat(events).hasExactlyElementsOfTypes(OrderUpdate.class, TradeUpdate.class);
    }

    @Test
    void entryThatCannotBeReadLeavesTheOthersAlone() {
        String broken = ORDER.replace("\"0.57\"", "\"1.57\"");
        String twice = ORDER.replace("\"owner\"", "\"id\"");

        int lost = frames.read("[" + TRADE + "," + broken + "," + twice + ",7," + ORDER + "]", events::add);

        assertThat(lost).isEqualTo(3);
        assertThat(frames.malformed()).isEqualTo(3);
        assertThat(events).hasExactlyElementsOfTypes(TradeUpdate.class, OrderUpdate.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PONG", "", "  ", "[]"})
    void frameThatSaysNothingIsNotMalformed(String frame) {
        assertThat(frames.read(frame, events::add)).isZero();
        assertThat(events).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PANG", "{", "[{]", "7", "\"order\"", "{\"event_type\":\"order\",\"type\":\"MERGE\"}"})
    void frameThatCannotBeReadCountsOnce(String frame) {
        assertThat(frames.read(frame, events::add)).isEqualTo(1);
        assertThat(frames.malformed()).isEqualTo(1);
        assertThat(events).isEmpty();
    }

    @Test
    void eventsOfTypesNotKnownAreCountedAndLeftOut() {
        assertThat(frames.read("[{\"event_type\":\"position\",\"size\":\"1\"},{}]", events::add))
                .isZero();

        assertThat(frames.ignored()).isEqualTo(2);
        assertThat(events).isEmpty();
        assertThat(unknown.total()).isZero();
    }

    @Test
    void everyEventHasItsCase() {
        UserEvent.Cases<String> cases = new UserEvent.Cases<>() {
            @Override
            public String order(OrderUpdate event) {
                return "order";
            }

            @Override
            public String trade(TradeUpdate event) {
                return "trade";
            }
        };

        frames.read("[" + ORDER + "," + TRADE + "]", events::add);

        assertThat(events).extracting(event -> event.match(cases)).containsExactly("order", "trade");
    }
}
